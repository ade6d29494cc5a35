X3 · A cancellation request waits, and nobody has a deadline for it
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card                                        → PaymentMade
       institution  ConfirmPayment                                              → PaymentConfirmed
       buyer        RequestCancellation reason=noLongerWanted sellerAtFault=no  → CancellationRequested
       · order awaitingShipment
       · money escrow 20.00, released 0.00, refunded 0.00
