A23 · The seller was paid for goods that the buyer does not have, and nobody decided so
marketplace aliexpress
order USD MUG-1 2×20.00 · shipping 5.00 · commission 4.00
          buyer        PayOrder method=card                                        → PaymentMade
          institution  ConfirmPayment                                              → PaymentConfirmed
          buyer        RequestCancellation reason=noLongerWanted sellerAtFault=no  → CancellationRequested
          seller       ShipOrder carrier=sandbox number=PARCEL-1 lines=MUG-1×1     → ParcelShipped CancellationRefused
+P7DT1S   clock        ExpireShipment                                              → SellerSanctioned LinesCancelled RefundApproved OrderShipped
+PT2H     clock        SubmitRefund                                                → RefundSubmitting
          institution  RecordRefundSettled                                         → RefundSettled
          carrier      RecordScan number=PARCEL-1 status=delivered country=DE      → ParcelScanned OrderDelivered
          buyer        SendMessage text=words offPlatform=no                       → MessageSent
          institution  RecordRefundReversed                                        → RefundReversed
+P15DT1S  clock        ReleaseEscrow                                               → EscrowReleased OrderCompleted
          · order completed
          · money escrow 0.00, released 45.00, refunded 0.00
