L4 · A seller who is sanctioned over a buyer in the Union has six months to appeal, whatever the marketplace says
marketplace aliexpress, taobao · setting sanction.appealWithin=P10D
order EUR SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                              → PaymentMade
+PT1H     institution  ConfirmPayment                                    → PaymentConfirmed
+P7DT1S   clock        ExpireShipment                                    → SellerSanctioned RefundApproved OrderClosed
          · sanction #1 active, reason notShippedOnTime, appealUntil in P6M
+PT2H     clock        SubmitRefund                                      → RefundSubmitting
+PT0S     institution  RecordRefundSubmitted reference=ref-1             → RefundSubmitted
+P1D      institution  RecordRefundSettled                               → RefundSettled
+P150D    seller       AppealSanction note="The carrier was on strike."  → SanctionAppealed
+P30DT1S  clock        LiftSanction                                      → SanctionLifted

L4 · Where that law does not hold the marketplace's own time holds
marketplace aliexpress, taobao · setting sanction.appealWithin=P10D
order USD SEED-1 2×5.00 · buyer bob in US
+PT0S       buyer        PayOrder method=card                   → PaymentMade
+PT1H       institution  ConfirmPayment                         → PaymentConfirmed
+P7DT1S     clock        ExpireShipment                         → SellerSanctioned RefundApproved OrderClosed
+PT2H       clock        SubmitRefund                           → RefundSubmitting
+PT0S       institution  RecordRefundSubmitted reference=ref-1  → RefundSubmitted
+P1D        institution  RecordRefundSettled                    → RefundSettled
+P8DT22H1S  seller       AppealSanction                         → refused NoLongerOpen, closed PT2S ago
