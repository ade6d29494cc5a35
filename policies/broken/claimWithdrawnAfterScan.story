Z6 · The buyer ends a return whose parcel the carrier has scanned
marketplace taobao
order USD MUG-1 1×20.00 · ships within P30D · buyer ann in US
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
       institution  ConfirmPayment                                                    → PaymentConfirmed
       seller       ShipOrder carrier=sandbox number=PARCEL-1                         → ParcelShipped OrderShipped
       buyer        OpenClaim ground=notTracked remedy=goodsAndMoney evidence=file-1  → ClaimOpened
       seller       AcceptClaim                                                       → ReturnRequested ReturnAuthorized ClaimAgreed
       buyer        PostReturn carrier=sandbox number=PARCEL-2                        → ParcelShipped ReturnPosted
       carrier      RecordScan number=PARCEL-2 status=accepted                        → ParcelScanned
       buyer        WithdrawClaim                                                     → ReturnCancelled ClaimWithdrawn ReturnsEnded
       · order inTransit
       · money escrow 20.00, released 0.00, refunded 0.00
