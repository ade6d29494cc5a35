L3 · Seven days from receipt, without a reason; the goods' price goes back when they are back
marketplace aliexpress, amazon
order CNY SEED-1 2×5.00 · shipping 2.50 · buyer mei in CN
+PT0S  buyer        PayOrder method=alipay                                → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT0S  buyer        WithdrawFromContract                                  → refused NotShippedYet
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+PT0S  buyer        WithdrawFromContract                                  → refused NotDeliveredYet
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=CN   → ParcelScanned OrderDelivered
       · buyer may WithdrawFromContract, refund 10.00 to alipay
+P7D   buyer        WithdrawFromContract                                  → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #1 authorized, amount 10.00, sellerPays no
       · deadline buyer PostReturn in P7D, else ExpireReturn
+P2D   buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+P3D   carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
       · deadline seller ReceiveReturn in P7D, else ReceiveReturn
+P1D   seller       ReceiveReturn condition=asSent                        → ReturnReceived RefundApproved ReturnsEnded
       · refund #1 approved, amount 10.00
       · money escrow 2.50

L3 · The seller stays silent over goods that are back: they count as received
marketplace aliexpress, amazon, taobao
order CNY SEED-1 2×5.00 · buyer mei in CN
+PT0S    buyer        PayOrder method=alipay                                → PaymentMade
+PT1H    institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=CN   → ParcelScanned OrderDelivered
+P1D     buyer        WithdrawFromContract                                  → ContractWithdrawn ReturnRequested ReturnAuthorized
+P2D     buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+P3D     carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
+P7DT1S  clock        ReceiveReturn                                         → ReturnReceived RefundApproved OrderClosed

L3 · The promise of the money is no later than the law's seven days
marketplace taobao
order CNY SEED-1 2×5.00 · buyer mei in CN
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=CN   → ParcelScanned OrderDelivered
+P1D   buyer        WithdrawFromContract                                  → ContractWithdrawn ReturnRequested ReturnAuthorized
+P2D   buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+P3D   carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
+P1D   seller       ReceiveReturn condition=asSent                        → ReturnReceived RefundApproved OrderClosed
       · refund #1 approved, promisedBy in P7D

L3 · After seven days it is closed
marketplace aliexpress, amazon, taobao
order CNY SEED-1 2×5.00 · buyer mei in CN
+PT0S    buyer        PayOrder method=alipay                               → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=CN  → ParcelScanned OrderDelivered
+P7DT1S  buyer        WithdrawFromContract                                 → refused NoLongerOpen, closed PT1S ago

L3 · A return that was asked for is taken over without the way out, unless that was the seller's to pay
marketplace amazon
order CNY SEED-1 1×5.00 · shipping 2.50 · buyer mei in CN
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=CN  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H  buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnTakenOver ReturnAuthorized
       · return #1 authorized, amount 5.00

L3 · A return for a fault of the goods that is taken over still brings the way out back
marketplace amazon
order CNY SEED-1 1×5.00 · shipping 2.50 · buyer mei in CN
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=CN  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:defective               → ReturnRequested
+PT1H  buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnTakenOver ReturnAuthorized
       · return #1 authorized, amount 7.50

L3 · A claim over all of an order stays beside a withdrawal that leaves the way out with the seller
marketplace aliexpress
order CNY SEED-1 2×5.00 · shipping 2.50 · buyer mei in CN
+PT0S  buyer        PayOrder method=alipay                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                  → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=CN     → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=defective remedy=money evidence=photo  → ClaimOpened
+PT1H  buyer        WithdrawFromContract                                    → ContractWithdrawn ReturnRequested ReturnAuthorized
       · claim #1 awaitingSeller, amount 12.50
       · return #1 authorized, amount 10.00
