X3 · What the institution has in writing that it paid, one operator ends as settled
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                                                                  → PaymentMade
+PT1H  institution    ConfirmPayment                                                                        → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1                                                → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00                                       → ClaimOpened
+PT1H  seller         AcceptClaim                                                                           → ClaimAgreed RefundApproved ClaimSettled
+PT2H  clock          SubmitRefund                                                                          → RefundSubmitting
+PT1M  institution    RecordRefundUnknown                                                                   → RefundUnknown
+P1D   operator/olga  ResolveRefund outcome=settled note="Their letter" evidence=strangersLetter            → refused EvidenceNotFound
+PT0S  operator/olga  ResolveRefund outcome=settled reference=bank-1 note="Their letter of 3 March" evidence=letter  → RefundResolved RefundSettled
       · refund #1 settled, settledAt now
       · money refunded 4.00, refunding 0
+PT0S  operator/olga  ResolveRefund outcome=settled note=Again                                              → refused RefundAlreadySubmitted
+P1D   institution    RecordRefundSettled                                                                   → refused RefundAlreadySubmitted

X3 · Ended as settled and failed after all: the money waits in escrow and is sent again
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                               → PaymentMade
+PT1H  institution  ConfirmPayment                                     → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1             → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut amount=4.00    → ClaimOpened
+PT1H  seller       AcceptClaim                                        → ClaimAgreed RefundApproved ClaimSettled
+PT2H  clock        SubmitRefund                                       → RefundSubmitting
+PT1M  institution  RecordRefundUnknown                                → RefundUnknown
+P1D   operator     ResolveRefund outcome=settled note="By telephone"  → RefundResolved RefundSettled
+P1D   institution  RecordRefundFailed reason=accountClosed            → RefundFailed
       · money escrow 10.00, refunded 0
       · deadline operator ReissueRefund in P3D, else ReissueRefund

X3 · That a refund failed takes two operators: one proposes, another confirms
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                                                               → PaymentMade
+PT1H  institution    ConfirmPayment                                                                     → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1                                             → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00                                    → ClaimOpened
+PT1H  seller         AcceptClaim                                                                        → ClaimAgreed RefundApproved ClaimSettled
+PT2H  clock          SubmitRefund                                                                       → RefundSubmitting
+PT1M  institution    RecordRefundUnknown                                                                → RefundUnknown
+PT0S  operator/olga  ConfirmRefundFailure                                                               → refused NoFailureProposed
+PT0S  operator/olga  DismissRefundFailure                                                               → refused NoFailureProposed
+PT0S  operator/olga  ResolveRefund outcome=failed note="Letter of the bank of 3 March" evidence=letter  → RefundFailureProposed
       · refund #1 unknown
       · money refunding 4.00
       · deadline operator ConfirmRefundFailure in P3D, else DismissRefundFailure
+PT1H  operator/olga  ConfirmRefundFailure                                                               → refused ProposedByYou
+PT0S  operator/otto  ResolveRefund outcome=failed note="The same letter"                                → refused FailureAlreadyProposed, instead ConfirmRefundFailure DismissRefundFailure
+PT0S  operator/otto  ConfirmRefundFailure note="Read and compared"                                      → RefundResolved RefundFailed
       · refund #1 failed, failedBecause resolvedByHand
       · money escrow 10.00, refunding 0
       · deadline operator ReissueRefund in P3D, else ReissueRefund
+PT0S  operator/olga  ConfirmRefundFailure                                                               → refused RefundAlreadyFailed
+P1D   institution    RecordRefundFailed reason=accountClosed                                            → refused RefundAlreadyFailed

X3 · A proposal that nobody confirms is dismissed, by another or by silence
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S    buyer          PayOrder method=card                                    → PaymentMade
+PT1H    institution    ConfirmPayment                                          → PaymentConfirmed
+PT1H    seller         ShipOrder carrier=sandbox number=OUT-1                  → ParcelShipped OrderShipped
+P7D     buyer          OpenClaim ground=deliveryRunningOut amount=4.00         → ClaimOpened
+PT1H    seller         AcceptClaim                                             → ClaimAgreed RefundApproved ClaimSettled
+PT2H    clock          SubmitRefund                                            → RefundSubmitting
+PT1M    institution    RecordRefundUnknown                                     → RefundUnknown
+P1D     operator/olga  ResolveRefund outcome=failed note="They said so"        → RefundFailureProposed
+PT1H    operator/otto  DismissRefundFailure note="Nothing in writing"          → RefundFailureDismissed
         · refund #1 unknown
         · no deadline DismissRefundFailure
+PT1H    operator/olga  ResolveRefund outcome=failed note="Letter of the bank"  → RefundFailureProposed
+P3DT1S  clock          DismissRefundFailure                                    → RefundFailureDismissed
+PT1H    operator/otto  ResolveRefund outcome=failed note="Letter of the bank"  → RefundFailureProposed
+PT1H    institution    RecordRefundSubmitted reference=bank-1                  → RefundSubmitted
         · no deadline DismissRefundFailure
+PT0S    operator/olga  ConfirmRefundFailure                                    → refused NoFailureProposed

X3 · A refund without an answer is announced as overdue and stays an operator's
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=eWallet                                               → PaymentMade
+PT1H     institution  ConfirmPayment                                                        → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1                                → ParcelShipped OrderShipped
+P7D      buyer        OpenClaim ground=deliveryRunningOut amount=4.00                       → ClaimOpened
+PT1H     seller       AcceptClaim                                                           → ClaimAgreed RefundApproved ClaimSettled
+PT2H     clock        SubmitRefund                                                          → RefundSubmitting
          · operator may not ResolveRefund because RefundOpen
          · deadline operator ResolveRefund in P12DT22H, else ReportOverdueRefund
+P5DT1S   clock        InquireRefund                                                         → RefundInquired
+P5D      clock        InquireRefund                                                         → RefundInquired
+P2DT22H  clock        ReportOverdueRefund                                                   → RefundOverdue
          · refund #1 submitting, overdueAt now
          · no deadline ResolveRefund
          · operator may ResolveRefund
+PT1H     operator     ResolveRefund outcome=settled reference=wallet-1 note="Their letter"  → RefundResolved RefundSettled

X3 · What was accepted and never arrives can be ended by hand once it is overdue
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S         buyer          PayOrder method=eWallet                               → PaymentMade
+PT1H         institution    ConfirmPayment                                        → PaymentConfirmed
+PT1H         seller         ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P7D          buyer          OpenClaim ground=deliveryRunningOut amount=4.00       → ClaimOpened
+PT1H         seller         AcceptClaim                                           → ClaimAgreed RefundApproved ClaimSettled
+PT2H         institution    RecordRefundSubmitted reference=wallet-1              → RefundSubmitted
+P1D          operator       ResolveRefund outcome=settled note="By telephone"     → refused RefundOpen
+P8DT22H0M1S  clock          ReportOverdueRefund                                   → RefundOverdue
+P1D          operator/olga  ResolveRefund outcome=failed note="They returned it"  → RefundFailureProposed
+PT1H         operator/otto  ConfirmRefundFailure                                  → RefundResolved RefundFailed
              · money escrow 10.00

X3 · Ended as failed and accepted after all: it goes on, and is not sent again
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                                               → PaymentMade
+PT1H  institution    ConfirmPayment                                                     → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1                             → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00                    → ClaimOpened
+PT1H  seller         AcceptClaim                                                        → ClaimAgreed RefundApproved ClaimSettled
+PT2H  clock          SubmitRefund                                                       → RefundSubmitting
+PT1M  institution    RecordRefundUnknown                                                → RefundUnknown
+P1D   operator/olga  ResolveRefund outcome=failed note="Letter of the bank of 3 March"  → RefundFailureProposed
+PT1H  operator/otto  ConfirmRefundFailure                                               → RefundResolved RefundFailed
+PT1H  institution    RecordRefundSubmitted reference=bank-1                             → RefundRevived RefundSubmitted
       · refund #1 submitted, institutionReference bank-1
       · money escrow 6.00, refunding 4.00
       · no deadline ReissueRefund
+P1D   institution    RecordRefundSettled                                                → RefundSettled
       · money refunded 4.00

X3 · What was to be sent again is held back when the first has arrived after all
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                                               → PaymentMade
+PT1H  institution    ConfirmPayment                                                     → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1                             → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00                    → ClaimOpened
+PT1H  seller         AcceptClaim                                                        → ClaimAgreed RefundApproved ClaimSettled
+PT2H  clock          SubmitRefund                                                       → RefundSubmitting
+PT1M  institution    RecordRefundUnknown                                                → RefundUnknown
+P1D   operator/olga  ResolveRefund outcome=failed note="Letter of the bank of 3 March"  → RefundFailureProposed
+PT1H  operator/otto  ConfirmRefundFailure                                               → RefundResolved RefundFailed
+PT1H  operator       ReissueRefund                                                      → RefundApproved RefundReissued
       · refund #2 approved
+PT1H  institution    RecordRefundSettled refund=#1                                      → RefundRevived RefundSettled
       · refund #1 settled
       · refund #2 stopped
       · money escrow 6.00, refunded 4.00, refunding 0
       · account buyer/ann/card -6.00

X3 · What failed twice is with the institution after all: only that one is paid
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                                               → PaymentMade
+PT1H  institution    ConfirmPayment                                                     → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1                             → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00                    → ClaimOpened
+PT1H  seller         AcceptClaim                                                        → ClaimAgreed RefundApproved ClaimSettled
+PT2H  clock          SubmitRefund                                                       → RefundSubmitting
+PT1M  institution    RecordRefundUnknown                                                → RefundUnknown
+P1D   operator/olga  ResolveRefund outcome=failed note="Letter of the bank of 3 March"  → RefundFailureProposed
+PT1H  operator/otto  ConfirmRefundFailure                                               → RefundResolved RefundFailed
+PT1H  operator       ReissueRefund                                                      → RefundApproved RefundReissued
+PT2H  institution    RecordRefundFailed refund=#2 reason=accountClosed                  → RefundFailed
+PT1H  institution    RecordRefundSettled refund=#1                                      → RefundRevived RefundSettled
       · money escrow 6.00, refunded 4.00
+PT0S  operator       ReissueRefund refund=#2                                            → refused RefundAlreadyFailed

X3, X6 · Paid twice: the second is the platform's named loss, until the institution takes it back
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                                               → PaymentMade
+PT1H  institution    ConfirmPayment                                                     → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1                             → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00                    → ClaimOpened
+PT1H  seller         AcceptClaim                                                        → ClaimAgreed RefundApproved ClaimSettled
+PT2H  clock          SubmitRefund                                                       → RefundSubmitting
+PT1M  institution    RecordRefundUnknown                                                → RefundUnknown
+P1D   operator/olga  ResolveRefund outcome=failed note="Letter of the bank of 3 March"  → RefundFailureProposed
+PT1H  operator/otto  ConfirmRefundFailure                                               → RefundResolved RefundFailed
+PT1H  operator       ReissueRefund                                                      → RefundApproved RefundReissued
+PT2H  institution    RecordRefundSubmitted refund=#2 reference=bank-2                   → RefundSubmitted
+PT0S  institution    RecordRefundSubmitted refund=#1 reference=bank-1                   → refused RefundAlreadyFailed
+PT1H  institution    RecordRefundSettled refund=#1                                      → RefundPaidTwice
       · refund #1 failed
       · money escrow 6.00, refunding 4.00
       · account platform/losses -4.00
+PT1H  institution    RecordRefundSettled refund=#2                                      → RefundSettled
       · account buyer/ann/card -2.00
+PT0S  institution    RecordRefundSettled refund=#1                                      → refused RefundAlreadyFailed
+P1D   institution    RecordRefundReversed refund=#1                                     → DoublePaymentRecovered
       · account platform/losses 0
       · account buyer/ann/card -6.00
+P1D   institution    RecordRefundReversed refund=#1                                     → refused RefundAlreadyFailed

X6 · Of two the second fails: what comes back makes good the loss, and nothing is sent a third time
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                                               → PaymentMade
+PT1H  institution    ConfirmPayment                                                     → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1                             → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00                    → ClaimOpened
+PT1H  seller         AcceptClaim                                                        → ClaimAgreed RefundApproved ClaimSettled
+PT2H  clock          SubmitRefund                                                       → RefundSubmitting
+PT1M  institution    RecordRefundUnknown                                                → RefundUnknown
+P1D   operator/olga  ResolveRefund outcome=failed note="Letter of the bank of 3 March"  → RefundFailureProposed
+PT1H  operator/otto  ConfirmRefundFailure                                               → RefundResolved RefundFailed
+PT1H  operator       ReissueRefund                                                      → RefundApproved RefundReissued
+PT2H  institution    RecordRefundSubmitted refund=#2 reference=bank-2                   → RefundSubmitted
+PT0S  institution    RecordRefundSubmitted refund=#1 reference=bank-1                   → refused RefundAlreadyFailed
+PT1H  institution    RecordRefundSettled refund=#1                                      → RefundPaidTwice
+P1D   institution    RecordRefundFailed refund=#2 reason=accountClosed                  → RefundFailed DoublePaymentRecovered
       · account platform/losses 0
       · account buyer/ann/card -6.00
       · money escrow 6.00, refunded 4.00
       · no deadline ReissueRefund
+P1D   institution    RecordRefundFailed refund=#1 reason=accountClosed                  → DoublePaymentRecovered RefundApproved
       · refund #3 approved, amount 4.00
       · money escrow 6.00, refunding 4.00

X6 · Accepted, overdue, ended as failed, sent again, and arrived after all: a named loss until it is back
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S         buyer          PayOrder method=eWallet                               → PaymentMade
+PT1H         institution    ConfirmPayment                                        → PaymentConfirmed
+PT1H         seller         ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P7D          buyer          OpenClaim ground=deliveryRunningOut amount=4.00       → ClaimOpened
+PT1H         seller         AcceptClaim                                           → ClaimAgreed RefundApproved ClaimSettled
+PT2H         institution    RecordRefundSubmitted reference=wallet-1              → RefundSubmitted
+P9DT22H0M1S  clock          ReportOverdueRefund                                   → RefundOverdue
+P1D          operator/olga  ResolveRefund outcome=failed note="They returned it"  → RefundFailureProposed
+PT1H         operator/otto  ConfirmRefundFailure                                  → RefundResolved RefundFailed
+PT1H         operator       ReissueRefund                                         → RefundApproved RefundReissued
+PT2H         institution    RecordRefundSubmitted refund=#2 reference=wallet-2    → RefundSubmitted
+PT1H         institution    RecordRefundSettled refund=#1                         → RefundPaidTwice
              · account platform/losses -4.00
+P1D          institution    RecordRefundReversed refund=#1                        → DoublePaymentRecovered
              · account platform/losses 0
              · refund #2 submitted
