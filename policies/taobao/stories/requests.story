T1 · The buyer cancels the application, and the refund is closed
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay           → PaymentMade
+PT1H  institution  ConfirmPayment                   → PaymentConfirmed
+PT1H  buyer        OpenClaim ground=noLongerWanted  → ClaimOpened
       · claim #1 awaitingSeller, stage beforeShipment, remedy money, amount 100.00
       · buyer may WithdrawClaim
+PT1H  buyer        WithdrawClaim                    → ClaimWithdrawn
       · claim #1 withdrawn
       · order awaitingShipment
       · buyer may not WithdrawClaim because ClaimAlreadyEnded

T1 · Agreed and not yet handed over, the application can still be cancelled: the order is where it was
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S        buyer        PayOrder method=alipay           → PaymentMade
+PT1H        institution  ConfirmPayment                   → PaymentConfirmed
+PT1H        buyer        OpenClaim ground=noLongerWanted  → ClaimOpened
+PT1H        seller       AcceptClaim                      → ClaimAgreed RefundApproved ClaimSettled OrderClosed
             · order closed because refunded
             · refund #1 approved, amount 100.00, cancellableUntil in PT2H
             · buyer may WithdrawClaim
+PT1H59M59S  buyer        WithdrawClaim                    → RefundStopped OrderReopened ClaimWithdrawn
             · order awaitingShipment
             · claim #1 withdrawn
             · refund #1 stopped
             · money escrow 100.00, refunding 0
             · deadline seller ShipOrder in P7D, else ExpireShipment

T1 · Once the money is handed over the application cannot be cancelled
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay           → PaymentMade
+PT1H  institution  ConfirmPayment                   → PaymentConfirmed
+PT1H  buyer        OpenClaim ground=noLongerWanted  → ClaimOpened
+PT1H  seller       AcceptClaim                      → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  buyer        WithdrawClaim                    → refused RefundAlreadySubmitted
       · buyer may not WithdrawClaim because RefundAlreadySubmitted

T2 · Before shipment the request is for money only, and silence of two days agrees
marketplace taobao
order CNY TEA-1 2×50.00 · shipping 8.00
+PT0S  buyer        PayOrder method=alipay                                → PaymentMade
+PT0S  buyer        OpenClaim ground=noLongerWanted                       → refused PaymentBeingVerified
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  buyer        OpenClaim ground=noLongerWanted remedy=goodsAndMoney  → refused RemedyNotPossible
+PT0S  buyer        OpenClaim ground=notTracked                           → refused GroundNotPossibleNow
+PT0S  buyer        OpenClaim ground=agreedWithSeller amount=108.00       → ClaimOpened
       · deadline seller AcceptClaim in P2D, else AcceptClaim
+P2D   seller       silent
       · claim #1 awaitingSeller
+PT1S  clock        AcceptClaim                                           → ClaimAgreed RefundApproved ClaimSettled OrderClosed
       · order closed because refunded
       · refund #1 approved, amount 108.00

T2 · Before shipment a part of the money is asked for, and the order goes on
marketplace taobao
order CNY TEA-1 2×50.00 · shipping 8.00
+PT0S  buyer        PayOrder method=alipay                          → PaymentMade
+PT1H  institution  ConfirmPayment                                  → PaymentConfirmed
+PT1H  buyer        OpenClaim ground=agreedWithSeller amount=10.00  → ClaimOpened
+PT1H  seller       AcceptClaim note="As agreed"                    → ClaimAgreed RefundApproved ClaimSettled
       · order awaitingShipment
       · money escrow 98.00, refunding 10.00

T2 · After shipment it is money only or goods and money, and silence of five days agrees
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                  → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+PT1H  buyer        OpenClaim ground=notTracked             → ClaimOpened
       · claim #1 awaitingSeller, stage onTheWay
       · deadline seller AcceptClaim in P5D, else AcceptClaim
+P5D   seller       silent
       · claim #1 awaitingSeller
+PT1S  clock        AcceptClaim                             → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled OrderClosed
       · order closed because refunded

T2 · After delivery the goods go back first, and then the money
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                                → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=noLongerWanted                       → ClaimOpened
       · claim #1 awaitingSeller, remedy goodsAndMoney, silence escalates
+P1D   seller       AcceptClaim                                           → ReturnRequested ReturnAuthorized ClaimAgreed
       · order returnStarted
       · return #1 authorized, labelWanted no
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
       · buyer may WithdrawClaim
+P1D   buyer        WithdrawClaim                                         → ReturnCancelled ClaimWithdrawn ReturnsEnded
       · claim #1 withdrawn
       · return #1 cancelled
       · order delivered
+P1D   carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned ClaimOpened
       · claim #2 inMediation, amount 100.00

T2 · The seller refuses before shipment by shipping
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                                                    → PaymentMade
+PT1H  institution  ConfirmPayment                                                            → PaymentConfirmed
+PT1H  buyer        OpenClaim ground=noLongerWanted                                           → ClaimOpened
+PT1H  seller       RefuseClaim carrier=s10 number=RR123456784CN                              → refused TrackingNumberCheckDigitWrong
+PT0S  seller       RefuseClaim carrier=s10 number=RR123456785CN note="It left this morning"  → ClaimRefused ParcelShipped OrderShipped
       · order inTransit
       · claim #1 awaitingBuyer
+PT1H  buyer        ReviseClaim amount=50.00                                                  → ClaimRevised
       · claim #1 awaitingSeller, stage onTheWay, remedy goodsAndMoney, silence escalates
       · deadline seller AcceptClaim in P15DT22H, else EscalateClaim

T2 · Shipping while the request waits refuses it
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                    → PaymentMade
+PT1H  institution  ConfirmPayment                            → PaymentConfirmed
+PT1H  buyer        OpenClaim ground=notShippedOnTime         → ClaimOpened
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1    → ParcelShipped OrderShipped ClaimRefused
       · claim #1 awaitingBuyer
       · event ClaimRefused by seller because shipped
+PT0S  seller       RefuseClaim carrier=sandbox number=OUT-2  → refused ClaimAlreadyAnswered

T3 · After a refusal the buyer changes the request, and the seller's time starts anew
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer        PayOrder method=alipay                                           → PaymentMade
+PT1H    institution  ConfirmPayment                                                   → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                           → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE              → ParcelScanned OrderDelivered
+PT1H    buyer        OpenClaim ground=defective remedy=money evidence=photo           → ClaimOpened
+P4D     seller       RefuseClaim note="I see nothing"                                 → ClaimRefused
         · deadline buyer ReviseClaim in P7D, else LapseClaim
+P7D     buyer        ReviseClaim ground=notAsDescribed amount=30.00 evidence=closeUp  → ClaimRevised
         · claim #1 awaitingSeller, ground notAsDescribed, amount 30.00, evidence evi_photo+evi_closeUp
         · deadline seller AcceptClaim in P5D, else AcceptClaim
+P5DT1S  clock        AcceptClaim                                                      → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
         · refund #1 approved, amount 30.00
         clock        ReleaseEscrow                                                    → EscrowReleased OrderCompleted

T3 · After a refusal the buyer calls the platform in
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                  → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P1D   buyer        OpenClaim ground=notTracked             → ClaimOpened
+P1D   seller       RefuseClaim                             → ClaimRefused
+P1D   buyer        EscalateClaim                           → ClaimEscalated
       · claim #1 inMediation
+P1D   buyer        ReviseClaim amount=1.00                 → refused ClaimInMediation

T3 · After a refusal the buyer lets it lapse
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                  → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P1D   buyer        OpenClaim ground=notTracked             → ClaimOpened
+P1D   seller       RefuseClaim                             → ClaimRefused
+P7D   buyer        silent
       · claim #1 awaitingBuyer
+PT1S  clock        LapseClaim                              → ClaimLapsed
       · claim #1 lapsed
       · order inTransit
+PT0S  seller       MakeOffer remedy=money amount=1.00      → refused NotInThisMarketplace

T7 · Shipping in time, then escrow, with ten days after delivery
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S     buyer        PayOrder method=alipay                               → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
          · deadline seller ShipOrder in P7D, else ExpireShipment
+P6D      seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
          · deadline buyer ConfirmReceipt in P60D, else ReleaseEscrow
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
          · deadline buyer ConfirmReceipt in P10D, else ReleaseEscrow
+P1D      seller       ExtendProtection by=P5D                              → ProtectionExtended
          · deadline buyer ConfirmReceipt in P14D, else ReleaseEscrow
+P14DT1S  clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted
          · account seller/cactus 100.00

T7 · The buyer confirms receipt, and the seller is paid
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                  → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+P1D   seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P1D   buyer        ConfirmReceipt                          → ReceiptConfirmed EscrowReleased OrderCompleted

T7 · Not shipped in time, the money goes back
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer        PayOrder method=alipay  → PaymentMade
+PT1H    institution  ConfirmPayment          → PaymentConfirmed
+P7DT1S  clock        ExpireShipment          → SellerSanctioned RefundApproved OrderClosed
         · order closed because notShipped

T7, A12 · A seller appeals against a sanction, and a mediator lifts or upholds it
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer        PayOrder method=alipay  → PaymentMade
+PT1H    institution  ConfirmPayment          → PaymentConfirmed
+P7DT1S  clock        ExpireShipment          → SellerSanctioned RefundApproved OrderClosed
+P1D     seller       AppealSanction          → SanctionAppealed
+P1D     mediator     LiftSanction            → SanctionLifted
         · sanction #1 lifted

T7, A12 · An appeal against a sanction can fail
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer        PayOrder method=alipay  → PaymentMade
+PT1H    institution  ConfirmPayment          → PaymentConfirmed
+P7DT1S  clock        ExpireShipment          → SellerSanctioned RefundApproved OrderClosed
+P1D     seller       AppealSanction          → SanctionAppealed
+P1D     operator     UpholdSanction          → SanctionUpheld

T2, A23 · Goods that are not posted back in time end the application
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S     buyer        PayOrder method=alipay                               → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H     buyer        OpenClaim ground=noLongerWanted                      → ClaimOpened
+P1D      seller       AcceptClaim                                          → ReturnRequested ReturnAuthorized ClaimAgreed
+P10DT1S  clock        ExpireReturn                                         → ReturnExpired ClaimLapsed ReturnsEnded
          clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted

A20, T7 · What the mediators ask back is what was sent, and what they gave for the rest is not given again
marketplace taobao
order USD SEED-1 1×10.00 · PEN 2×3.00 · ships within P30D · buyer ann in US
+PT0S      buyer        PayOrder method=card                                           → PaymentMade
+PT1H      institution  ConfirmPayment                                                 → PaymentConfirmed
+P1D       seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×1          → ParcelShipped
+PT0S      buyer        OpenClaim ground=noLongerWanted remedy=money lines=PEN×2       → ClaimOpened
+PT0S      buyer        EscalateClaim                                                  → ClaimEscalated
+P1D       mediator     DecideClaim amount=6.00 remedy=goodsAndMoney reasons=evidence  → ClaimDecided
+P7DT1S    clock        ExecuteDecision                                                → RefundApproved ClaimSettled
           · no return
           · money refunding 6.00
+PT2H      institution  RecordRefundSubmitted reference=ref-1                          → RefundSubmitted
+P1D       institution  RecordRefundSettled                                            → RefundSettled
+P19DT22H  clock        ExpireShipment                                                 → SellerSanctioned LinesCancelled OrderShipped
           · money escrow 10.00, refunded 6.00, refunding 0.00

A22 · Who withdraws a claim withdraws that one: the refund of an earlier claim goes on
marketplace taobao
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S   buyer        PayOrder method=alipay                                                                → PaymentMade
+PT1H   institution  ConfirmPayment                                                                        → PaymentConfirmed
+PT1H   seller       ShipOrder carrier=sandbox number=OUT-1                                                → ParcelShipped OrderShipped
+P3D    carrier      RecordScan number=OUT-1 status=delivered country=DE                                   → ParcelScanned OrderDelivered
+PT1H   buyer        OpenClaim ground=notAsDescribed remedy=money amount=2.00 evidence=photo lines=POT-1×1  → ClaimOpened
+PT1H   seller       AcceptClaim                                                                           → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
+PT10M  buyer        OpenClaim ground=notAsDescribed remedy=money amount=3.00 evidence=photo lines=SEED-1×1  → ClaimOpened
+PT10M  buyer        WithdrawClaim claim=#2                                                                → ClaimWithdrawn
        · refund #1 approved

Z8 · A refund is stopped while a claim is open: the mediators hear of it once that claim has ended
marketplace taobao
order CNY TEA-1 2×50.00 · POT-1 1×7.00
+PT0S     buyer        PayOrder method=alipay                                           → PaymentMade
+PT0S     institution  ConfirmPayment                                                   → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1 lines=POT-1×1             → ParcelShipped
+P6D      buyer        OpenClaim ground=supplierUnreachable amount=1.00 evidence=photo  → ClaimOpened
+PT23H1S  clock        ExpireShipment                                                   → SellerSanctioned LinesCancelled RefundApproved OrderShipped
+PT10M    seller       StopRefund reason="It has left"                                  → RefundStopped MediationDue
+PT1H     seller       AcceptClaim                                                      → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled ClaimOpened
          · claim #2 inMediation, amount 100.00

T3 · A claim that is withdrawn stops its own refund, and no other's
marketplace taobao
order CNY TEA-1 1×50.00 · POT-1 1×30.00
+PT0S  buyer        PayOrder method=alipay                                                → PaymentMade
+PT1H  institution  ConfirmPayment                                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE                   → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money lines=TEA-1×1               → ClaimOpened
+PT0S  seller       AcceptClaim                                                           → ClaimAgreed RefundApproved ClaimSettled
+PT0S  buyer        OpenClaim ground=notReceived remedy=money lines=POT-1×1 amount=20.00  → ClaimOpened
+PT0S  seller       AcceptClaim                                                           → ClaimAgreed RefundApproved ClaimSettled
+PT0S  buyer        WithdrawClaim claim=#2                                                → RefundStopped ClaimWithdrawn

T1 · An application is taken back while one of its two refunds has failed and the other is held: neither is paid
marketplace taobao
order CNY MUG-1 2×10.00
+PT0S  buyer          PayOrder payments=alipay:15.00,giftCard:5.00       → PaymentMade
+PT1H  institution    ConfirmPayment                                     → PaymentConfirmed
+PT1H  buyer          OpenClaim ground=noLongerWanted                    → ClaimOpened
+PT1H  seller         AcceptClaim                                        → ClaimAgreed RefundApproved RefundApproved ClaimSettled OrderClosed
+PT1H  operator/olga  HoldRefund refund=#2                               → RefundHeld
+PT1H  clock          SubmitRefund                                       → RefundSubmitting
+PT1H  institution    RecordRefundFailed refund=#1 reason=accountClosed  → RefundFailed
+PT1H  buyer          WithdrawClaim                                      → RefundStopped ChargeBackDue OrderReopened ClaimWithdrawn
       · order awaitingShipment
       · money escrow 20.00, refunding 0
+PT0S  operator       ReissueRefund refund=#1                            → refused RefundAlreadyFailed
