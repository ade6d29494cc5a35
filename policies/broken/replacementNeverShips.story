X3 · A return that is received waits, and nobody has a deadline for it
marketplace amazon
order USD MUG-1 1×20.00 · fulfilled by platform · buyer ann in US
+PT0S  buyer        PayOrder method=card                                      → PaymentMade
       institution  ConfirmPayment                                            → PaymentConfirmed
       seller       ShipOrder carrier=sandbox number=PARCEL-1                 → ParcelShipped OrderShipped
       carrier      RecordScan number=PARCEL-1 status=delivered country=US    → ParcelScanned OrderDelivered
       buyer        RequestReturn lines=MUG-1×1:defective remedy=replacement  → ReturnRequested ReturnAuthorized
       seller       ReceiveReturn condition=asSent                            → ReturnReceived
       · order returnStarted
       · money escrow 20.00, released 0.00, refunded 0.00
