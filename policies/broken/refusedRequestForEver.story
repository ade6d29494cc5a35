X3 · A claim that is awaitingBuyer waits, and nobody has a deadline for it
marketplace taobao
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card                                          → PaymentMade
       institution  ConfirmPayment                                                → PaymentConfirmed
       buyer        OpenClaim ground=noLongerWanted remedy=money evidence=file-1  → ClaimOpened
       seller       ShipOrder carrier=sandbox number=PARCEL-1                     → ParcelShipped OrderShipped ClaimRefused
       · order inTransit
       · money escrow 20.00, released 0.00, refunded 0.00
