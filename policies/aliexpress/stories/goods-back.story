A23 · The buyer who does not post the goods in time loses the claim
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                            → PaymentMade
+PT1H  institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=wrongItem remedy=goodsAndMoney evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                                     → ReturnRequested ReturnAuthorized ClaimAgreed
       · deadline buyer PostReturn in P10D, else ExpireReturn
+P10D  buyer        silent
       · return #1 authorized
+PT1S  clock        ExpireReturn                                                    → ReturnExpired ClaimLapsed ReturnsEnded
       · return #1 expired
       · claim #1 lapsed
       · order delivered
       · money escrow 10.00
       · line SEED-1, returning 0, returned 0
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1                        → refused ReturnAlreadyEnded

A23 · The seller who does not look at the goods in time has accepted them
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                            → PaymentMade
+PT1H  institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=wrongItem remedy=goodsAndMoney evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                                     → ReturnRequested ReturnAuthorized ClaimAgreed
+P1D   buyer        PostReturn carrier=s10 number=RR123456784DE                     → refused TrackingNumberCheckDigitWrong
+PT0S  buyer        PostReturn carrier=s10 number=RR123456785DE                     → ParcelShipped ReturnPosted
       · deadline carrier RecordScan in P60D, else ExpireReturn
+PT0S  buyer        PostReturn carrier=s10 number=RR202603021DE                     → refused ReturnAlreadyPosted
+P9D   carrier      RecordScan number=RR123456785DE status=delivered country=CN     → ParcelScanned
       · deadline seller ReceiveReturn in P10D, else ReceiveReturn
+P10D  seller       silent
       · return #1 inTransit
+PT1S  clock        ReceiveReturn                                                   → ReturnReceived RefundApproved SellerSanctioned ClaimSettled OrderClosed
       · return #1 received, condition asSent
       · claim #1 settled
       · refund #1 approved, amount 10.00
       · order closed because refunded

A23 · Posted and not back in sixty days: the mediators decide
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                                            → PaymentMade
+PT1H     institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D      carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+P1D      buyer        OpenClaim ground=wrongItem remedy=goodsAndMoney evidence=photo  → ClaimOpened
+PT1H     seller       AcceptClaim                                                     → ReturnRequested ReturnAuthorized ClaimAgreed
+P1D      buyer        PostReturn carrier=sandbox number=BACK-1                        → ParcelShipped ReturnPosted
+P1D      carrier      RecordScan number=BACK-1 status=inTransit                       → ParcelScanned
          · buyer may not WithdrawClaim because ParcelAlreadyScanned
+PT0S     buyer        WithdrawClaim                                                   → refused ParcelAlreadyScanned
+P59DT1S  clock        ExpireReturn                                                    → ReturnOverdue ClaimEscalated
          · claim #1 inMediation
          · event ClaimEscalated by clock because goodsNotBack
          · return #1 inTransit, overdueAt now
          · order returnStarted
+P1D      mediator     DecideClaim amount=10.00 remedy=money reasons=other             → ClaimDecided
+P7DT1S   clock        ExecuteDecision                                                 → RefundApproved SellerSanctioned ClaimSettled ReturnClosed OrderClosed
          · claim #1 settled
          · return #1 closed
          · order closed because refunded

A23 · Goods that come back otherwise than sent are for the mediators
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                            → PaymentMade
+PT1H    institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D     carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+P1D     buyer        OpenClaim ground=wrongItem remedy=goodsAndMoney evidence=photo  → ClaimOpened
+PT1H    seller       AcceptClaim                                                     → ReturnRequested ReturnAuthorized ClaimAgreed
+P1D     buyer        PostReturn carrier=sandbox number=BACK-1                        → ParcelShipped ReturnPosted
+P5D     carrier      RecordScan number=BACK-1 status=delivered country=CN            → ParcelScanned
+P1D     seller       ReceiveReturn condition=damaged                                 → ReturnReceived ClaimEscalated ReturnsEnded
         · return #1 received, condition damaged
         · claim #1 inMediation
         · event ClaimEscalated because damaged
         · money escrow 10.00
+P1D     mediator     DecideClaim amount=4.00 reasons=evidence                        → ClaimDecided
+P7DT1S  clock        ExecuteDecision                                                 → RefundApproved SellerSanctioned ClaimSettled
         · claim #1 settled
         · refund #1 approved, amount 4.00
         clock        ReleaseEscrow                                                   → EscrowReleased OrderCompleted
         · order completed
         · money released 6.00, refunding 4.00

A23 · Agreed before the goods have come, the buyer posts them after they are there
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=noLongerWanted                      → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ReturnRequested ReturnAuthorized ClaimAgreed
       · order returnStarted
+P20D  carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
       · return #1 authorized
       · order returnStarted
       · deadline buyer PostReturn in P10D, else ExpireReturn

A23 · One of three units goes back, and the amount agreed for it
marketplace aliexpress, taobao
order USD SEED-1 3×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                                           → PaymentMade
+PT1H  institution  ConfirmPayment                                                                 → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                         → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE                            → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=defective remedy=goodsAndMoney evidence=photo lines=SEED-1×4  → refused QuantityTooHigh
+PT0S  buyer        OpenClaim ground=defective remedy=goodsAndMoney evidence=photo lines=SEED-1×1  → ClaimOpened
       · claim #1 awaitingSeller, amount 5.00
+PT1H  seller       AcceptClaim                                                                    → ReturnRequested ReturnAuthorized ClaimAgreed
       · return #1 authorized, lines SEED-1×1
       · line SEED-1, returning 1
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1                                       → ParcelShipped ReturnPosted
+P5D   seller       ReceiveReturn condition=asSent                                                 → ReturnReceived RefundApproved SellerSanctioned ClaimSettled ReturnsEnded
       · line SEED-1, returning 0, returned 1
       · refund #1 approved, amount 5.00
       · order delivered
       · money escrow 12.50, refunding 5.00

A23 · A label of the platform is made for the seller's fault, and voided when the claim is withdrawn
marketplace aliexpress, taobao
order USD SEED-1 2×5.00 · fulfilled by platform
+PT0S  buyer        PayOrder method=card                                            → PaymentMade
+PT1H  institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H  operator     ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=wrongItem remedy=goodsAndMoney evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                                     → ReturnRequested ReturnAuthorized ClaimAgreed
+PT0S  carrier      RecordLabel number=LABEL-1                                      → ParcelShipped LabelIssued
       · buyer may not ConfirmReceipt because ReturnOpen
+PT0S  buyer        ConfirmReceipt                                                  → refused ReturnOpen
+PT1H  buyer        WithdrawClaim                                                   → ReturnCancelled ClaimWithdrawn ReturnsEnded
+PT0S  carrier      RecordLabelVoided                                               → LabelVoided
       · return #1 cancelled, label.voidedAt now

A23 · Where the platform fulfils the order it receives the goods
marketplace aliexpress, taobao
order USD SEED-1 2×5.00 · fulfilled by platform
+PT0S  buyer        PayOrder method=card                                            → PaymentMade
+PT1H  institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H  operator     ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=wrongItem remedy=goodsAndMoney evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                                     → ReturnRequested ReturnAuthorized ClaimAgreed
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1                        → ParcelShipped ReturnPosted
+P3D   operator     ReceiveReturn condition=asSent                                  → ReturnReceived RefundApproved SellerSanctioned ClaimSettled OrderClosed
