A26 · A message that proposes a refund outside the platform is marked and kept
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT1H  seller  SendMessage text="Close the dispute and I pay you back by PayPal" offPlatform=yes  → MessageSent
       · event MessageSent by seller, warning offPlatformPayment
+PT1H  buyer   SendMessage text="No, thank you"                                                   → MessageSent
       · event MessageSent by buyer, warning none

A27 · A tracking number must have that carrier's form and check digit, and be used for nothing else
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · elsewhere number RR202603021CN
+PT0S  buyer        PayOrder method=card                            → PaymentMade
+PT1H  institution  ConfirmPayment                                  → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=s10 number=12345              → refused TrackingNumberMalformed
+PT0S  seller       ShipOrder carrier=s10 number=RR123456784CN      → refused TrackingNumberCheckDigitWrong
+PT0S  seller       ShipOrder carrier=s10 number=RR202603021CN      → refused TrackingNumberAlreadyUsed
+PT0S  seller       ShipOrder carrier=s10 number="rr 123456785 cn"  → ParcelShipped OrderShipped
       · parcel #1 announced, trackingNumber RR123456785CN, postedIn CN

A27 · A parcel that ends abroad is marked, and is a ground
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P7D     carrier      RecordScan number=OUT-1 status=delivered country=RU  → ParcelScanned OrderDelivered
         · parcel #1 delivered, marks foreignEnd
+PT1H    buyer        OpenClaim ground=wrongDestination                    → ClaimOpened
         · claim #1 awaitingSeller, ground wrongDestination
+P5DT1S  clock        AcceptClaim                                          → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled OrderClosed

A27 · Silence is no condition of a claim, and a lost or returned parcel is marked
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                        → PaymentMade
+PT1H  institution  ConfirmPayment                                              → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                      → ParcelShipped OrderShipped
+P6D   buyer        OpenClaim ground=notTracked                                 → ClaimOpened
+PT1H  buyer        WithdrawClaim                                               → ClaimWithdrawn
+P1D   carrier      RecordScan number=OUT-1 status=lost                         → ParcelScanned
       · parcel #1 lost, marks lost
+P1D   carrier      RecordScan number=OUT-1 status=returnedToSender country=CN  → ParcelScanned
       · parcel #1 returnedToSender, marks lost+returned

A27 · Scans may come late, twice and out of order
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                               → PaymentMade
+PT1H  institution  ConfirmPayment                                                     → PaymentConfirmed
+PT0S  carrier      RecordScan number=OUT-1 status=accepted                            → refused NoSuchParcel
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                             → ParcelShipped OrderShipped
+P5D   carrier      RecordScan number=OUT-1 status=outForDelivery at=-PT1H country=DE  → ParcelScanned
       · parcel #1 outForDelivery
+PT1H  carrier      RecordScan number=OUT-1 status=outForDelivery at=-PT2H country=DE  → nothing
+PT1H  carrier      RecordScan number=OUT-1 status=accepted at=-P4D country=CN         → ParcelScanned
       · parcel #1 outForDelivery
+PT1H  carrier      RecordScan number=OUT-1 status=delivered country=DE                → ParcelScanned OrderDelivered
       · parcel #1 delivered
+PT1H  carrier      RecordScan number=OUT-1 status=inTransit at=-P3D country=DE        → ParcelScanned
       · parcel #1 delivered
       · order delivered
+PT1H  carrier      RecordScan number=OUT-1 status=delivered country=DE                → ParcelScanned
       · order delivered, deliveredAt PT2H ago

A27 · What a scan says besides its status is kept; one that comes late takes its place among the others
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=alipay                                                              → PaymentMade
+PT1H  institution  ConfirmPayment                                                                      → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                              → ParcelShipped OrderShipped
+P2D   carrier      RecordScan number=OUT-1 status=inTransit place=Hamburg country=DE position=53.5/10  → ParcelScanned
+PT0S  carrier      RecordScan number=OUT-1 status=inTransit place=Hamburg country=DE                   → nothing
+PT1H  carrier      RecordScan number=OUT-1 status=inTransit place=Altona country=DE                    → ParcelScanned
+PT1H  carrier      RecordScan number=OUT-1 status=accepted at=-P1D                                     → ParcelScanned
       · parcel #1 inTransit
+P1D   carrier      RecordScan number=OUT-1 status=delivered country=DE                                 → ParcelScanned OrderDelivered
+PT1H  carrier      RecordScan number=OUT-1 status=attempted                                            → ParcelScanned
       · parcel #1 delivered
+PT1H  carrier      RecordScan number=OUT-1 status=returnedToSender                                     → ParcelScanned
       · parcel #1 returnedToSender, marks returned

A27 · A scan without a country raises no doubt
marketplace aliexpress, amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                      → PaymentMade
+PT1H  institution  ConfirmPayment                            → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1    → ParcelShipped OrderShipped
+P2D   carrier      RecordScan number=OUT-1 status=delivered  → ParcelScanned OrderDelivered
       · parcel #1 delivered, marks none

A27 · A delivery that is reported after later scans is a delivery
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                         → PaymentMade
+P1D   institution  ConfirmPayment                                               → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                       → ParcelShipped OrderShipped
+P5D   carrier      RecordScan number=OUT-1 status=inTransit                     → ParcelScanned
+PT1H  carrier      RecordScan number=OUT-1 status=delivered country=DE at=-P1D  → ParcelScanned OrderDelivered
       · parcel #1 delivered
