T4 · The institution cannot take it back: the money stays, and the buyer owes it
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer           PayOrder method=alipay                                         → PaymentMade
+PT1H    institution     ConfirmPayment                                                 → PaymentConfirmed
+PT1H    seller          ShipOrder carrier=sandbox number=OUT-1                         → ParcelShipped OrderShipped
+P3D     carrier         RecordScan number=OUT-1 status=delivered country=DE            → ParcelScanned OrderDelivered
+PT1H    buyer           OpenClaim ground=notReceived remedy=money                      → ClaimOpened
+PT1H    seller          AcceptClaim                                                    → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution     RecordRefundSubmitted reference=alipay-1                       → RefundSubmitted
+PT1H    institution     RecordRefundSettled                                            → RefundSettled
+PT0S    institution     RecordReversalImpossible reason=accountClosed                  → refused RefundNotSettled
+P1D     seller          RequestReversal ground=fraud note="The parcel was signed for"  → ReversalRequested
+P5DT1S  operator        GrantReversal                                                  → ReversalGranted
         · account institution/alipay/in-flight 100.00
         · deadline operator InquireRefund in P5D, else InquireRefund
+P1D     institution     RecordReversalImpossible reason=accountClosed                  → ReversalImpossible
         · refund #1 settled
         · order closed because refunded
         · money refunded 100.00, owed 100.00
         · account institution/alipay/in-flight 0
         · account buyer/ann/alipay 0
         · no deadline InquireRefund
+PT0S    institution     RecordReversalImpossible reason=accountClosed                  → refused RefundNotSettled
+P1D     buyer           AppealReversal note="I was at home, nobody came"               → ReversalAppealed
+P1D     operator/oscar  RefuseReversal note="No signature"                             → ReversalRefused DebtEnded
         · money refunded 100.00, owed 0

T4 · It could not be taken back, and comes back after all
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                               → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                  → RefundSettled
+P1D   buyer        RequestReversal ground=givenBack                     → ReversalRequested ReversalGranted
+P1D   institution  RecordReversalImpossible reason=tooLate              → ReversalImpossible
       · money refunded 100.00, owed 100.00
+P1D   institution  RecordRefundReversed                                 → DebtEnded RefundReversed OrderReopened
       · refund #1 reversed
       · order delivered
       · money escrow 100.00, owed 0

T4, T5 · An appeal that comes before the institution's answer leaves no debt
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer           PayOrder method=alipay                                         → PaymentMade
+PT1H    institution     ConfirmPayment                                                 → PaymentConfirmed
+PT1H    seller          ShipOrder carrier=sandbox number=OUT-1                         → ParcelShipped OrderShipped
+P3D     carrier         RecordScan number=OUT-1 status=delivered country=DE            → ParcelScanned OrderDelivered
+PT1H    buyer           OpenClaim ground=notReceived remedy=money                      → ClaimOpened
+PT1H    seller          AcceptClaim                                                    → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution     RecordRefundSubmitted reference=alipay-1                       → RefundSubmitted
+PT1H    institution     RecordRefundSettled                                            → RefundSettled
+P1D     seller          RequestReversal ground=fraud note="The parcel was signed for"  → ReversalRequested
+P5DT1S  operator        GrantReversal                                                  → ReversalGranted
+PT1H    buyer           AppealReversal note="I was at home, nobody came"               → ReversalAppealed
+PT1H    operator/oscar  RefuseReversal note="No signature"                             → ReversalRefused
+PT1H    institution     RecordReversalImpossible reason=accountClosed                  → ReversalImpossible
         · money refunded 100.00, owed 0
         · account institution/alipay/in-flight 0

Z14, T4 · An advance that cannot be charged back: the buyer keeps goods and money, and owes the money
marketplace amazon · setting refund.when=scanned
order USD SEED-1 2×5.00
+PT0S          buyer        PayOrder method=card                                 → PaymentMade
+PT1H          institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H          seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D           carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H          buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H          seller       AuthorizeReturn                                      → ReturnAuthorized
+P1D           buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D           carrier      RecordScan number=BACK-1 status=accepted country=DE  → ParcelScanned RefundAuthorized RefundApproved
+PT2H          institution  RecordRefundSubmitted reference=bank-1               → RefundSubmitted
+P1D           institution  RecordRefundSettled                                  → RefundSettled
+P57DT22H0M1S  clock        ExpireReturn                                         → ReturnExpired AdvanceChargedBack ReturnsEnded
+P1D           institution  RecordReversalImpossible reason=accountClosed        → ReversalImpossible OrderClosed
               · money refunded 10.00, owed 10.00
               · order closed because refunded
