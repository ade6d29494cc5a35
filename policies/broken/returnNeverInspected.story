X3 · A return that is inTransit waits, and nobody has a deadline for it
marketplace amazon
order USD MUG-1 1×20.00 · ships within P30D · buyer ann in US
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
       institution  ConfirmPayment                                                    → PaymentConfirmed
       seller       ShipOrder carrier=sandbox number=PARCEL-1                         → ParcelShipped OrderShipped
       buyer        OpenClaim ground=notTracked remedy=goodsAndMoney evidence=file-1  → ClaimOpened
       seller       AcceptClaim                                                       → ReturnRequested ReturnAuthorized ClaimAgreed
       buyer        PostReturn carrier=sandbox number=PARCEL-2                        → ParcelShipped ReturnPosted
       carrier      RecordScan number=PARCEL-2 status=delivered country=CN            → ParcelScanned
       · order returnStarted
       · money escrow 20.00, released 0.00, refunded 0.00
