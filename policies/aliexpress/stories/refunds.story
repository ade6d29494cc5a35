A24 · Money goes back only the way it came, and each way has its promise
marketplace aliexpress, taobao
order USD SEED-1 4×5.00
+PT0S    buyer        PayOrder payments=card:5.00,alipay:6.00,westernUnion:9.00  → PaymentMade
+PT1H    institution  ConfirmPayment                                             → PaymentConfirmed
+P7DT1S  clock        ExpireShipment                                             → SellerSanctioned RefundApproved RefundApproved RefundApproved OrderClosed
         · refund #1 approved, to card, amount 5.00, promisedBy in P15D
         · refund #2 approved, to alipay, amount 6.00, promisedBy in P1D
         · refund #3 approved, to westernUnion, amount 9.00, promisedBy in P10D

A24 · A part is taken from the payments in their order, and none gives more than it gave
marketplace aliexpress
order USD SEED-1 4×5.00
+PT0S  buyer        PayOrder payments=card:5.00,eWallet:15.00        → PaymentMade
+PT1H  institution  ConfirmPayment                                   → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut amount=7.00  → ClaimOpened
+PT1H  seller       AcceptClaim                                      → ClaimAgreed RefundApproved RefundApproved ClaimSettled
       · refund #1 approved, to card, amount 5.00
       · refund #2 approved, to eWallet, amount 2.00
+P1D   buyer        OpenClaim ground=deliveryRunningOut amount=3.00  → ClaimOpened
+PT1H  seller       AcceptClaim                                      → ClaimAgreed RefundApproved ClaimSettled
       · refund #3 approved, to eWallet, amount 3.00
       · payment #2 captured, refunding 5.00
       · money escrow 10.00

A24, Z7 · A refund is held for two hours, then handed over, and from then on nothing takes it back
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S        buyer        PayOrder method=card                             → PaymentMade
+PT1H        institution  ConfirmPayment                                   → PaymentConfirmed
+PT1H        seller       ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+PT0S        operator     StopRefund                                       → refused NoSuchRefund
+P7D         buyer        OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H        seller       AcceptClaim                                      → ClaimAgreed RefundApproved ClaimSettled
             · refund #1 approved, cancellableUntil in PT2H
             · operator may StopRefund
+PT1H59M59S  operator     silent
             · refund #1 approved
             · operator may StopRefund
+PT1S        clock        SubmitRefund                                     → RefundSubmitting
             · refund #1 submitting
             · operator may not StopRefund because RefundAlreadySubmitted
+PT0S        operator     StopRefund reason="Too late"                     → refused RefundAlreadySubmitted
+PT0S        institution  RecordRefundSubmitted reference=bank-1           → RefundSubmitted
             · refund #1 submitted, institutionReference bank-1
             · account held 0
+PT0S        operator     StopRefund                                       → refused RefundAlreadySubmitted
+P3D         institution  RecordRefundSettled                              → RefundSettled
             · refund #1 settled
             · money refunded 4.00, refunding 0
             · account buyer/ann/card -6.00
+PT0S        operator     StopRefund                                       → refused RefundAlreadySubmitted

A24 · A refund that is stopped before the hand-over waits in escrow, and the mediators decide over it
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                                  → PaymentMade
+PT1H    institution  ConfirmPayment                                                        → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                                → ParcelShipped OrderShipped
+P7D     buyer        OpenClaim ground=deliveryRunningOut amount=4.00                       → ClaimOpened
+PT1H    seller       AcceptClaim                                                           → ClaimAgreed RefundApproved ClaimSettled
+PT1H    operator     StopRefund reason="The buyer has the parcel" evidence=strangersPhoto  → refused EvidenceNotFound
+PT0S    operator     StopRefund reason="The buyer has the parcel" evidence=photo           → RefundStopped ClaimOpened
         · refund #1 stopped
         · claim #2 inMediation, amount 4.00
         · money escrow 10.00, refunding 0
+PT0S    operator     StopRefund                                                            → refused RefundAlreadyStopped
+P1D     mediator     DecideClaim amount=4.00 reasons=evidence                              → ClaimDecided
+P7DT1S  clock        ExecuteDecision                                                       → RefundApproved ClaimSettled
         · refund #2 approved, amount 4.00

A25 · The payment says whether the money is back or on its way, and since when
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S   buyer        PayOrder method=alipay                    → PaymentMade
+PT1H   institution  ConfirmPayment                            → PaymentConfirmed
+PT1H   seller       ShipOrder carrier=sandbox number=OUT-1    → ParcelShipped OrderShipped
+P7D    buyer        OpenClaim ground=deliveryRunningOut       → ClaimOpened
+PT1H   seller       AcceptClaim                               → ClaimAgreed RefundApproved ClaimSettled OrderClosed
        · payment #1 captured, refunding 10.00, refunded 0.00
+PT2H   clock        SubmitRefund                              → RefundSubmitting
+PT0S   institution  RecordRefundSubmitted reference=alipay-1  → RefundSubmitted
        · refund #1 submitted, submittedAt now, promisedBy in PT22H
+PT10H  institution  RecordRefundSettled                       → RefundSettled
        · payment #1 captured, refunding 0.00, refunded 10.00
        · refund #1 settled, settledAt now
+PT0S   institution  RecordRefundSettled                       → refused RefundAlreadySubmitted

A25, X3 · When the promise is overdue it says so, and an operator owes an answer
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=eWallet                   → PaymentMade
+PT1H     institution  ConfirmPayment                            → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1    → ParcelShipped OrderShipped
+P7D      buyer        OpenClaim ground=deliveryRunningOut       → ClaimOpened
+PT1H     seller       AcceptClaim                               → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H     institution  RecordRefundSubmitted reference=wallet-1  → RefundSubmitted
          · deadline institution RecordRefundSettled in P9DT22H, else ReportOverdueRefund
+P9DT22H  institution  silent
          · refund #1 submitted, overdueAt none
+PT1S     clock        ReportOverdueRefund                       → RefundOverdue
          · refund #1 submitted, overdueAt now
          · deadline operator InquireRefund in P5D, else InquireRefund
+P1D      operator     InquireRefund                             → RefundInquired
          · deadline operator InquireRefund in P5D, else InquireRefund
+P5DT1S   clock        InquireRefund                             → RefundInquired
+P1D      institution  RecordRefundSettled                       → RefundSettled
          · no deadline InquireRefund

X3 · A refund whose outcome is unknown is an operator's, and the institution's word ends it
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                    → PaymentMade
+PT1H    institution  ConfirmPayment                          → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P7D     buyer        OpenClaim ground=deliveryRunningOut     → ClaimOpened
+PT1H    seller       AcceptClaim                             → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    clock        SubmitRefund                            → RefundSubmitting
         · deadline operator InquireRefund in P5D, else InquireRefund
+PT1M    institution  RecordRefundUnknown                     → RefundUnknown
         · refund #1 unknown
         · money refunding 10.00
         · deadline operator InquireRefund in P5D, else InquireRefund
         · operator may not StopRefund because RefundAlreadySubmitted
+P5DT1S  clock        InquireRefund                           → RefundInquired
+P1D     institution  RecordRefundSubmitted reference=bank-1  → RefundSubmitted
+PT1H    institution  RecordRefundSettled                     → RefundSettled

X3 · A refund that fails is sent again, at the latest by the clock
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                               → PaymentMade
+PT1H    institution  ConfirmPayment                                     → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1             → ParcelShipped OrderShipped
+P7D     buyer        OpenClaim ground=deliveryRunningOut amount=4.00    → ClaimOpened
+PT1H    seller       AcceptClaim                                        → ClaimAgreed RefundApproved ClaimSettled
+PT2H    institution  RecordRefundFailed reason=accountClosed            → RefundFailed
         · refund #1 failed, failedBecause accountClosed
         · money escrow 10.00, refunding 0
         · operator may ReissueRefund, refund 4.00 to card
         · deadline operator ReissueRefund in P3D, else ReissueRefund
         · operator may not StopRefund because RefundAlreadyFailed
+PT0S    operator     ReissueRefund to=eWallet                           → refused RefundGoesBackTheWayItCame
+P3DT1S  clock        ReissueRefund                                      → RefundApproved RefundReissued
         · refund #2 approved, amount 4.00, to card
         · money escrow 6.00, refunding 4.00
+PT0S    operator     ReissueRefund refund=#1                            → refused RefundAlreadyFailed
+PT2H    institution  RecordRefundSubmitted reference=bank-2             → RefundSubmitted
+P1D     institution  RecordRefundSettled                                → RefundSettled
         · money refunded 4.00
+P1D     institution  RecordRefundFailed refund=#2 reason=accountClosed  → RefundFailed
         · money escrow 10.00, refunded 0
+P1D     operator     ReissueRefund refund=#2 to=giftCard                → RefundApproved RefundReissued
         · refund #3 approved, amount 4.00, to giftCard

X3 · What a failed refund owes nobody else can claim, and nobody is paid with it
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S         buyer        PayOrder method=card                             → PaymentMade
+PT1H         institution  ConfirmPayment                                   → PaymentConfirmed
+PT1H         seller       ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D          buyer        OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H         seller       AcceptClaim                                      → ClaimAgreed RefundApproved ClaimSettled
+PT2H         institution  RecordRefundFailed reason=accountClosed          → RefundFailed
              · money escrow 10.00
+PT1H         buyer        OpenClaim ground=deliveryRunningOut amount=6.01  → refused AmountTooHigh
+PT1H         buyer        ConfirmReceipt                                   → ReceiptConfirmed EscrowReleased OrderCompleted
              · money escrow 4.00, released 6.00
+P2DT22H0M1S  clock        ReissueRefund                                    → RefundApproved RefundReissued
              · refund #2 approved, amount 4.00
              · money escrow 0, refunding 4.00

X3 · Before silence costs somebody they are reminded, at half time and a day before
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+P10D    clock  RemindParty    → PartyReminded
         · event PartyReminded by clock, who buyer, owes PayOrder, by in P10D
+P9D     clock  RemindParty    → PartyReminded
         · event PartyReminded by clock, who buyer, owes PayOrder, by in P1D
+P1DT1S  clock  ExpirePayment  → OrderClosed

X3 · An operator can give more time, and only more
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+P1D      operator  ExtendDeadline deadline=PayOrder by=PT0S                             → refused DeadlineOnlyLater
+PT0S     operator  ExtendDeadline deadline=ShipOrder by=P5D                             → refused NoSuchDeadline
+PT0S     operator  ExtendDeadline deadline=PayOrder by=P5D reason="The bank is closed"  → DeadlineExtended
          · deadline buyer PayOrder in P24D, else ExpirePayment
+P24DT1S  clock     ExpirePayment                                                        → OrderClosed

X3 · What an operator added to a deadline can be taken back, the latest first, and the earlier time counts again
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+P1D      operator  TakeBackExtension deadline=PayOrder                                                  → refused NoExtension
+PT0S     operator  ExtendDeadline deadline=PayOrder by=P5D batch=strike                                 → DeadlineExtended
+P1D      operator  ExtendDeadline deadline=PayOrder by=P2D batch=holiday                                → DeadlineExtended
          · deadline buyer PayOrder in P25D, else ExpirePayment
+PT0S     operator  TakeBackExtension deadline=ShipOrder                                                 → refused NoSuchDeadline
+PT0S     operator  TakeBackExtension deadline=PayOrder batch=strike                                     → refused ExtendedOtherwise
+PT0S     operator  TakeBackExtension deadline=PayOrder batch=holiday reason="The bank opens after all"  → DeadlineExtensionTakenBack
          · event DeadlineExtensionTakenBack by operator
          · deadline buyer PayOrder in P23D, else ExpirePayment
+P5D      operator  TakeBackExtension deadline=PayOrder                                                  → DeadlineExtensionTakenBack
          · deadline buyer PayOrder in P13D, else ExpirePayment
+PT0S     operator  TakeBackExtension deadline=PayOrder                                                  → refused NoExtension
+P13DT1S  clock     ExpirePayment                                                                        → OrderClosed

X3 · Nobody loses by an extension that is taken back: the earlier time is a day away, or an hour where it was a slip
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+P1D        operator  ExtendDeadline deadline=PayOrder by=P5D  → DeadlineExtended
+P18DT1S    operator  TakeBackExtension deadline=PayOrder      → refused TooLateToTakeBack
+PT0S       operator  ExtendDeadline deadline=PayOrder by=P2D  → DeadlineExtended
+PT59M      operator  TakeBackExtension deadline=PayOrder      → DeadlineExtensionTakenBack
            · deadline buyer PayOrder in P5DT23H59S, else ExpirePayment
+PT0S       operator  TakeBackExtension deadline=PayOrder      → refused TooLateToTakeBack
+P5DT23H1M  clock     ExpirePayment                            → OrderClosed

X3 · A deadline that was moved reminds anew, and one that was moved back is not passed over
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+P9D      operator  ExtendDeadline deadline=PayOrder by=P5D  → DeadlineExtended
+P3DT12H  clock     RemindParty                              → PartyReminded
          · event PartyReminded by clock, who buyer, owes PayOrder, by in P12DT12H
+P1D      operator  TakeBackExtension deadline=PayOrder      → DeadlineExtensionTakenBack
+PT1S     clock     RemindParty                              → PartyReminded
          · event PartyReminded by clock, who buyer, owes PayOrder, by in P6DT11H59M59S
+P5DT12H  clock     RemindParty                              → PartyReminded
          · event PartyReminded by clock, who buyer, owes PayOrder, by in PT23H59M59S
+P1D      clock     ExpirePayment                            → OrderClosed

X4 · Every change is one event: who, when, what, why, under which version of the policy
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT1H    buyer  PayOrder method=card  → PaymentMade
         · event OrderPlaced by operator
         · event PaymentMade by buyer
         · order verifyingPayment, version 2, policyVersion 1, paidAt now
+P1DT1S  clock  ExpireVerification    → PaymentVoided OrderClosed
         · event OrderClosed by clock because unpaid
         · order closed because unpaid, version 4

X5 · An order keeps the version of the policy under which it was bought
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  operator     PublishPolicy setting=cancellation.answerWithin=P7D  → nothing
+PT1H  buyer        RequestCancellation reason=noLongerWanted            → CancellationRequested
       · order awaitingShipment, policyVersion 1
       · deadline seller AcceptCancellation in P14D, else AcceptCancellation

X6 · Every unit of money is always in exactly one account
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · commission 1.00
+PT0S  buyer        PayOrder method=card                             → PaymentMade
       · account buyer/ann/card -10.00
       · account institution/card/in-flight 10.00
+PT1H  institution  ConfirmPayment                                   → PaymentConfirmed
       · account institution/card/in-flight 0.00
       · account escrow 10.00
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H  seller       AcceptClaim                                      → ClaimAgreed RefundApproved ClaimSettled
       · account escrow 6.00
       · account held 4.00
+PT2H  institution  RecordRefundSubmitted reference=bank-1           → RefundSubmitted
       · account held 0.00
       · account institution/card/in-flight 4.00
+P1D   institution  RecordRefundSettled                              → RefundSettled
       · account institution/card/in-flight 0.00
       · account buyer/ann/card -6.00

X1 · Every action that a person cannot take now is shown with its reason
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer  silent
       · buyer may not ConfirmReceipt because NotPaidYet
       · buyer may not RequestCancellation because NotPaidYet
       · buyer may not OpenClaim because NotPaidYet
       · buyer may not WithdrawClaim because NoOpenClaim
       · buyer may not PostReturn because NoOpenReturn
       · buyer may not DeleteOrder because OrderNotClosed
       · seller may not ShipOrder because NotPaidYet
       · seller may not AcceptCancellation because NoOpenCancellation
       · seller may not AcceptClaim because NoOpenClaim
       · seller may not AppealSanction because NoOpenSanction
       · mediator may not DecideClaim because NoOpenClaim
       · operator may not StopRefund because NoSuchRefund

X2 · Before a person confirms they see how much, to where, by when, and until when it can be undone
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
       · buyer may RequestCancellation, refund 12.50 to card, arrives in P15D, undo within P14D, if accepted
+PT1H  buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested
       · seller may AcceptCancellation, refund 12.50 to card, arrives in P15D, undo within PT2H
+PT1H  buyer        WithdrawCancellation                       → CancellationWithdrawn
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1     → ParcelShipped OrderShipped
       · buyer may ConfirmReceipt, releases 12.50

A24, X3 · Money that the institution takes back after it arrived waits in escrow again, and the order goes on
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut     → ClaimOpened
+PT1H  seller       AcceptClaim                             → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=bank-1  → RefundSubmitted
+P1D   institution  RecordRefundSettled                     → RefundSettled
+P1D   institution  RecordRefundReversed                    → RefundReversed OrderReopened
       · order inTransit
       · refund #1 reversed
       · money escrow 10.00, refunded 0
       · deadline buyer ConfirmReceipt in P60D, else ReleaseEscrow

T4 · The bank takes back what an agreed cancellation gave: the mediators hear the buyer
marketplace aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                      → PaymentMade
+PT1H  institution  ConfirmPayment                                            → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted lines=SEED-1×1  → CancellationRequested
+PT1H  seller       AcceptCancellation                                        → CancellationAccepted LinesCancelled RefundApproved
+PT2H  institution  RecordRefundSubmitted reference=bank-1                    → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                       → RefundSettled
+P1D   institution  RecordRefundReversed                                      → RefundReversed ClaimOpened

A24 · Two refunds failed: the second is sent again from its own payment
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder payments=card:5.00,alipay:7.50     → PaymentMade
+PT1H  institution  ConfirmPayment                              → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted   → CancellationRequested
+PT1H  seller       AcceptCancellation                          → CancellationAccepted RefundApproved RefundApproved OrderClosed
+PT2H  institution  RecordRefundFailed refund=#1 reason=closed  → RefundFailed
+PT0S  institution  RecordRefundFailed refund=#2 reason=closed  → RefundFailed
+PT1H  operator     ReissueRefund refund=#2                     → RefundApproved RefundReissued
       · refund #3 approved, amount 7.50, to alipay
