X3 · An operator holds a refund before its hand-over: it waits with a name, and goes on when that person has looked at it
marketplace amazon, aliexpress, taobao
order USD CUP-1 2×10.00
+PT0S  buyer          PayOrder method=card                               → PaymentMade
+PT1H  institution    ConfirmPayment                                     → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1             → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00    → ClaimOpened
+PT1H  seller         AcceptClaim                                        → ClaimAgreed RefundApproved ClaimSettled
+PT0S  operator       TakeHold                                           → refused RefundNotHeld
+PT1H  operator/olga  HoldRefund note="Three refunds in a row"           → RefundHeld
       · refund #1 approved
       · deadline operator ReleaseHold in P3D, else ReleaseHold
       · no deadline SubmitRefund
+PT0S  operator/olga  HoldRefund                                         → refused RefundHeld
+PT0S  operator/olga  TakeHold                                           → refused AlreadyYours
+PT0S  operator/otto  TakeHold                                           → HoldTaken
+P1D   operator/otto  ReleaseHold note="All three were the same parcel"  → HoldReleased
+PT0S  clock          SubmitRefund                                       → RefundSubmitting
+PT0S  operator/otto  ReleaseHold                                        → refused RefundAlreadySubmitted

X3 · Nobody looks at a held refund: after three days it goes on by itself
marketplace amazon, aliexpress, taobao
order USD CUP-1 2×10.00
+PT0S    buyer          PayOrder method=card                             → PaymentMade
+PT1H    institution    ConfirmPayment                                   → PaymentConfirmed
+PT1H    seller         ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D     buyer          OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H    seller         AcceptClaim                                      → ClaimAgreed RefundApproved ClaimSettled
+PT0S    operator/olga  HoldRefund                                       → RefundHeld
+P3DT1S  clock          ReleaseHold                                      → HoldReleased
+PT0S    clock          SubmitRefund                                     → RefundSubmitting
         · refund #1 submitting

X3 · The time to look at a held refund is the marketplace's own
marketplace amazon, aliexpress, taobao · setting risk.reviewWithin=P1D
order USD CUP-1 2×10.00
+PT0S  buyer          PayOrder method=card                             → PaymentMade
+PT1H  institution    ConfirmPayment                                   → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H  seller         AcceptClaim                                      → ClaimAgreed RefundApproved ClaimSettled
+PT0S  operator/olga  HoldRefund                                       → RefundHeld
       · deadline operator ReleaseHold in P1D, else ReleaseHold

X3 · A held refund is stopped with a reason, and the mediators decide over its money
marketplace amazon, aliexpress, taobao
order USD CUP-1 2×10.00
+PT0S  buyer          PayOrder method=card                             → PaymentMade
+PT1H  institution    ConfirmPayment                                   → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H  seller         AcceptClaim                                      → ClaimAgreed RefundApproved ClaimSettled
+PT0S  operator/olga  HoldRefund                                       → RefundHeld
+PT1H  operator/olga  StopRefund reason="The card was stolen"          → RefundStopped ClaimOpened
       · refund #1 stopped

X3 · A refund is held once
marketplace amazon, aliexpress, taobao
order USD CUP-1 2×10.00
+PT0S   buyer          PayOrder method=card                             → PaymentMade
+PT1H   institution    ConfirmPayment                                   → PaymentConfirmed
+PT1H   seller         ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D    buyer          OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H   seller         AcceptClaim                                      → ClaimAgreed RefundApproved ClaimSettled
+PT0S   operator/olga  HoldRefund                                       → RefundHeld
+PT10M  operator/olga  ReleaseHold                                      → HoldReleased
        · deadline clock SubmitRefund in PT1H50M, else SubmitRefund
+PT0S   operator/otto  HoldRefund                                       → refused RefundReviewed

L4 · A buyer is sanctioned by a person and with a reason, answers, appeals, and somebody decides
marketplace amazon, aliexpress, taobao
order USD CUP-1 2×10.00
+PT0S  buyer          PayOrder method=card                                → PaymentMade
+PT0S  operator/olga  SanctionBuyer reason=chargebackAfterRefund          → refused ReasonUnknownHere
+PT0S  operator/olga  SanctionBuyer reason=emptyBox note="See the scale"  → BuyerSanctioned
       · sanction #1 active, points 3, party buyer
+PT1H  buyer          AnswerSanction note="The scale was off"             → SanctionAnswered
+PT0S  buyer          AnswerSanction note="It was"                        → refused SanctionAnswered
+PT1H  buyer          AppealSanction note="Look at the second picture"    → SanctionAppealed
+PT1H  operator/otto  LiftSanction note="The scale was off"               → SanctionLifted
       · sanction #1 lifted
+PT0S  buyer          AppealSanction                                      → refused SanctionAlreadyDecided

L4 · A sanction is answered by whose it is, not by the other side
marketplace aliexpress, taobao
order USD CUP-1 2×10.00
+PT0S  buyer          PayOrder method=card                    → PaymentMade
+PT0S  operator/olga  SanctionBuyer reason=emptyBox           → BuyerSanctioned
+PT0S  seller         AnswerSanction note="Serves you right"  → refused NotYourRequest
+PT0S  seller         AppealSanction                          → refused NotYourRequest

L4 · Somebody else looks at the appeal of a buyer, and the sanction stands
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer          PayOrder method=card                          → PaymentMade
+PT0S  operator/olga  SanctionBuyer reason=falseClaim               → BuyerSanctioned
+PT1H  buyer          AppealSanction note="It was no false claim"   → SanctionAppealed
       · deadline operator UpholdSanction in P30D, else LiftSanction
+PT0S  operator/otto  UpholdSanction note="The carrier weighed it"  → SanctionUpheld
