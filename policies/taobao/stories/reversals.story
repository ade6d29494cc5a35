T4 · When the money has arrived the refund is final, and before it has there is nothing to reverse
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                               → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
       · seller may not RequestReversal because RefundNotSettled
+PT0S  seller       RequestReversal ground=fraud                         → refused RefundNotSettled
+PT1H  institution  RecordRefundSettled                                  → RefundSettled
       · seller may RequestReversal, takes back 100.00
       · order closed because refunded

T4 · Misconduct: the buyer is told and may answer before it can be granted
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                                                             → PaymentMade
+PT1H  institution  ConfirmPayment                                                                     → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                             → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE                                → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money                                          → ClaimOpened
+PT1H  seller       AcceptClaim                                                                        → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1                                           → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                                                → RefundSettled
+P1D   seller       RequestReversal ground=givenBack                                                   → refused GroundNotPossibleNow
+PT0S  seller       RequestReversal ground=fraud documents=strangersFile                               → refused EvidenceNotFound
+PT0S  seller       RequestReversal ground=fraud note="The parcel was signed for" documents=signature  → ReversalRequested
       · reversal #1 requested, ground fraud, amount 100.00, buyerMayAnswerUntil in P5D
       · deadline operator GrantReversal in P15D, else ExpireReversal
       · operator may not GrantReversal because BuyerMayStillAnswer, opens in P5D
+PT0S  seller       RequestReversal ground=misleading                                                  → refused ReversalOpen
+P5D   operator     GrantReversal                                                                      → refused BuyerMayStillAnswer
+PT1S  operator     GrantReversal                                                                      → ReversalGranted
       · reversal #1 granted
       · refund #1 settled, reversingSince now
+P1D   institution  RecordRefundReversed                                                               → RefundReversed OrderReopened
       · refund #1 reversed
       · order delivered
       · money escrow 100.00, refunded 0
       · deadline buyer ConfirmReceipt in P10D, else ReleaseEscrow
       · seller may not RequestReversal because RefundAlreadyReversed
+PT0S  seller       RequestReversal ground=fraud                                                       → refused RefundAlreadyReversed

T4 · Once the buyer has answered it can be granted
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer           PayOrder method=alipay                                             → PaymentMade
+PT1H  institution     ConfirmPayment                                                     → PaymentConfirmed
+PT1H  seller          ShipOrder carrier=sandbox number=OUT-1                             → ParcelShipped OrderShipped
+P3D   carrier         RecordScan number=OUT-1 status=delivered country=DE                → ParcelScanned OrderDelivered
+PT1H  buyer           OpenClaim ground=notReceived remedy=money                          → ClaimOpened
+PT1H  seller          AcceptClaim                                                        → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution     RecordRefundSubmitted reference=alipay-1                           → RefundSubmitted
+PT1H  institution     RecordRefundSettled                                                → RefundSettled
+P1D   operator        RequestReversal ground=misleading                                  → ReversalRequested
+P1D   buyer           AnswerReversal documents=strangersFile                             → refused EvidenceNotFound
+PT0S  buyer           AnswerReversal note="I told nothing but the truth" documents=chat  → ReversalAnswered
       · reversal #1 underReview, documents evi_chat
+PT0S  operator        GrantReversal                                                      → refused AskedByYou
+PT0S  operator/oscar  GrantReversal                                                      → ReversalGranted
       · reversal #1 granted

T4 · The institution finds an account theft and takes it back by itself
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
+P1D   institution  RequestReversal ground=fraud                         → refused GroundNotPossibleNow
+PT0S  institution  RequestReversal ground=accountTheft                  → ReversalRequested ReversalGranted
       · reversal #1 granted, ground accountTheft
+P1D   institution  RecordRefundReversed                                 → RefundReversed OrderReopened
       · order delivered
       · money escrow 100.00

T4 · The institution takes it back without asking anybody, and that is a reversal too
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
+P1D   institution  RecordRefundReversed                                 → ReversalRequested ReversalGranted RefundReversed OrderReopened
       · reversal #1 granted, ground risk
       · refund #1 reversed
       · order delivered
       · buyer may AppealReversal

T4 · Who received the refund gives it back: granted at once, and the order is where it was
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
       · reversal #1 granted
       · account institution/alipay/in-flight 100.00
+P1D   institution  RecordRefundReversed                                 → RefundReversed OrderReopened
       · order delivered
       · money escrow 100.00, refunded 0
       · buyer may not AppealReversal because ReversalNotGranted
+PT0S  buyer        AppealReversal                                       → refused ReversalNotGranted

T4 · Giving back where the goods are with the seller touches the seller's right, and is reviewed
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                               → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=noLongerWanted                      → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ReturnRequested ReturnAuthorized ClaimAgreed
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                  → RefundSettled ReturnClosed
+P1D   buyer        RequestReversal ground=givenBack                     → ReversalRequested
       · reversal #1 requested, buyerMayAnswerUntil none
+P1D   operator     GrantReversal                                        → ReversalGranted

T4 · The buyer appeals once, and the money that was taken back goes to the buyer again
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer           PayOrder method=alipay                               → PaymentMade
+PT1H    institution     ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller          ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier         RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer           OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H    seller          AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution     RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H    institution     RecordRefundSettled                                  → RefundSettled
+P1D     seller          RequestReversal ground=fraud                         → ReversalRequested
+PT0S    buyer           AppealReversal                                       → refused ReversalNotGranted
+P5DT1S  operator        GrantReversal                                        → ReversalGranted
+P1D     institution     RecordRefundReversed                                 → RefundReversed OrderReopened
+P1D     buyer           AppealReversal documents=strangersFile               → refused EvidenceNotFound
+PT0S    buyer           AppealReversal note="I was at home, nobody came"     → ReversalAppealed
         · reversal #1 underReview
         · deadline operator GrantReversal in P15D, else ExpireReversal
         · no deadline ReleaseEscrow
+PT0S    operator        GrantReversal                                        → refused DecidedByYou
+P1D     operator/oscar  RefuseReversal note="No signature"                   → ReversalRefused RefundApproved OrderClosed
         · reversal #1 refused
         · order closed because refunded
         · refund #2 approved, amount 100.00, to alipay
+PT0S    buyer           AppealReversal                                       → refused ReversalAlreadyDecided

T4 · The appeal fails, and there is no other
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer           PayOrder method=alipay                               → PaymentMade
+PT1H    institution     ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller          ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier         RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer           OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H    seller          AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution     RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H    institution     RecordRefundSettled                                  → RefundSettled
+P1D     seller          RequestReversal ground=fraud                         → ReversalRequested
+P5DT1S  operator        GrantReversal                                        → ReversalGranted
+P1D     institution     RecordRefundReversed                                 → RefundReversed OrderReopened
+P1D     buyer           AppealReversal                                       → ReversalAppealed
+P1D     operator/oscar  GrantReversal                                        → ReversalUpheld
         · reversal #1 granted
         · money escrow 100.00
+PT0S    buyer           AppealReversal                                       → refused AlreadyAppealed
         · buyer may not AppealReversal because AlreadyAppealed

T4 · An appeal that comes too late is refused
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer        PayOrder method=alipay                               → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H    seller       AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H    institution  RecordRefundSettled                                  → RefundSettled
+P1D     seller       RequestReversal ground=fraud                         → ReversalRequested
+P5DT1S  operator     GrantReversal                                        → ReversalGranted
+P1D     institution  RecordRefundReversed                                 → RefundReversed OrderReopened
+P6DT1S  buyer        AppealReversal                                       → refused NoLongerOpen, closed PT1S ago

T4 · The appeal is heard before the money was taken back
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer           PayOrder method=alipay                               → PaymentMade
+PT1H    institution     ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller          ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier         RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer           OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H    seller          AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution     RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H    institution     RecordRefundSettled                                  → RefundSettled
+P1D     seller          RequestReversal ground=fraud                         → ReversalRequested
+P5DT1S  operator        GrantReversal                                        → ReversalGranted
+PT1H    buyer           AppealReversal                                       → ReversalAppealed
+PT1H    operator/oscar  RefuseReversal                                       → ReversalRefused
+P1D     institution     RecordRefundReversed                                 → RefundReversed OrderReopened RefundApproved OrderClosed
         · order closed because refunded
         · refund #2 approved, amount 100.00

T5 · The reviewers ask for more, and the time starts anew
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
+PT0S  seller       AnswerReversal                                       → refused NoOpenReversal
+P1D   seller       RequestReversal ground=misleading                    → ReversalRequested
+P14D  operator     AskForMore note="Please send the signature"          → MoreAsked
       · reversal #1 underReview
       · deadline operator GrantReversal in P15D, else ExpireReversal
+PT0S  seller       AnswerReversal documents=signature                   → ReversalAnswered
       · reversal #1 underReview, documents evi_signature
+P1D   institution  RefuseReversal note="Not proven"                     → ReversalRefused
       · reversal #1 refused
       · refund #1 settled
       · order closed because refunded
+PT0S  operator     GrantReversal                                        → refused ReversalAlreadyDecided
+P1D   seller       RequestReversal ground=misleading                    → ReversalRequested
       · reversal #2 requested

T5 · Only who asked, and the buyer, may answer
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
+P1D   operator     RequestReversal ground=misleading                    → ReversalRequested
+PT1H  seller       AnswerReversal                                       → refused NotYourRequest
+PT0S  buyer        AnswerReversal                                       → ReversalAnswered

T5 · Unanswered in time it is refused
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
+P1D   seller       RequestReversal ground=fraud                         → ReversalRequested
+P15D  operator     silent
       · reversal #1 requested
+PT1S  clock        ExpireReversal                                       → ReversalRefused
       · reversal #1 refused
       · refund #1 settled

T5 · Every step can be followed, and messages belong to it like to an order
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer        PayOrder method=alipay                               → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H    seller       AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H    institution  RecordRefundSettled                                  → RefundSettled
+P1D     seller       RequestReversal ground=fraud                         → ReversalRequested
         · event ReversalRequested by seller, ground fraud
+PT1H    buyer        SendMessage text="I never got it"                    → MessageSent
         · event MessageSent by buyer
+P5DT1S  operator     GrantReversal                                        → ReversalGranted
         · event ReversalGranted by operator, to alipay

T5 · A refund that fails while its reversal is reviewed ends the reversal
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
+P1D   seller       RequestReversal ground=fraud                         → ReversalRequested
+P1D   institution  RecordRefundFailed reason=returned                   → RefundFailed ReversalRefused
       · reversal #1 refused
       · refund #1 failed

T5 · A part given back to an order that is completed opens it again
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S     buyer        PayOrder method=alipay                                  → PaymentMade
+PT1H     institution  ConfirmPayment                                          → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1                  → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE     → ParcelScanned OrderDelivered
+PT1H     buyer        OpenClaim ground=notReceived remedy=money amount=20.00  → ClaimOpened
+PT1H     seller       AcceptClaim                                             → ClaimAgreed RefundApproved ClaimSettled
+PT2H     institution  RecordRefundSubmitted reference=alipay-1                → RefundSubmitted
+PT1H     institution  RecordRefundSettled                                     → RefundSettled
+P1D      buyer        ConfirmReceipt                                          → ReceiptConfirmed EscrowReleased OrderCompleted
+P1D      buyer        RequestReversal ground=givenBack                        → ReversalRequested ReversalGranted
+P1D      institution  RecordRefundReversed                                    → RefundReversed OrderReopened
          · order delivered
          · money escrow 20.00, released 80.00
          · deadline buyer ConfirmReceipt in P10D, else ReleaseEscrow
+P10DT1S  clock        ReleaseEscrow                                           → EscrowReleased OrderCompleted
          · account seller/cactus 100.00

X6, T4 · What the institution takes back before it has arrived never was the buyer's
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                               → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
       · account institution/alipay/in-flight 100.00
+PT1H  institution  RecordRefundReversed                                 → ReversalRequested ReversalGranted RefundReversed OrderReopened
       · account institution/alipay/in-flight 0
       · account buyer/ann/alipay -100.00
       · money escrow 100.00, refunding 0, refunded 0

T4 · The institution takes back by itself what is under review: that grants it
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
+P1D   seller       RequestReversal ground=fraud documents=signature     → ReversalRequested
+P1D   institution  RecordRefundReversed                                 → ReversalGranted RefundReversed OrderReopened
       · reversal #1 granted

T5 · The seller was paid meanwhile: on appeal the money comes back out of what they got
marketplace taobao
order CNY TEA-1 2×50.00 · commission 5.00
+PT0S    buyer           PayOrder method=alipay                                → PaymentMade
+PT1H    institution     ConfirmPayment                                        → PaymentConfirmed
+PT1H    seller          ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D     carrier         RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+PT1H    buyer           OpenClaim ground=notReceived remedy=money             → ClaimOpened
+PT1H    seller          AcceptClaim                                           → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution     RecordRefundSubmitted reference=alipay-1              → RefundSubmitted
+PT1H    institution     RecordRefundSettled                                   → RefundSettled
+P1D     seller          RequestReversal ground=fraud                          → ReversalRequested
+P5DT1S  operator        GrantReversal                                         → ReversalGranted
+P1D     institution     RecordRefundReversed                                  → RefundReversed OrderReopened
+P2D     buyer           ConfirmReceipt                                        → ReceiptConfirmed EscrowReleased OrderCompleted
+P1D     buyer           AppealReversal documents=letter note="It never came"  → ReversalAppealed
         · reversal #1 underReview, documents evi_letter
+P1D     operator/oscar  RefuseReversal note="The signature is another's"      → ReversalRefused SellerDebited RefundApproved

T5 · An appeal that is granted before the money is taken back: it comes and goes
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S    buyer           PayOrder method=alipay                               → PaymentMade
+PT1H    institution     ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller          ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier         RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer           OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H    seller          AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H    institution     RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H    institution     RecordRefundSettled                                  → RefundSettled
+P1D     seller          RequestReversal ground=fraud documents=signature     → ReversalRequested
+P5DT1S  operator        GrantReversal                                        → ReversalGranted
+PT1H    buyer           AppealReversal documents=letter                      → ReversalAppealed
         · reversal #1 underReview, documents evi_signature+evi_letter
+PT1H    operator/oscar  RefuseReversal                                       → ReversalRefused
+PT1H    institution     RecordRefundReversed                                 → RefundReversed OrderReopened RefundApproved OrderClosed

T4 · Giving back what was refunded for goods that are with the seller again is not for the buyer alone
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                                               → PaymentMade
+PT1H  institution  ConfirmPayment                                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE                  → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=notAsDescribed remedy=goodsAndMoney evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                                          → ReturnRequested ReturnAuthorized ClaimAgreed
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1                             → ParcelShipped ReturnPosted
+P2D   carrier      RecordScan number=BACK-1 status=delivered country=CN                 → ParcelScanned
+PT1H  seller       ReceiveReturn condition=asSent                                       → ReturnReceived RefundApproved SellerSanctioned ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1                             → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                                  → RefundSettled ReturnClosed
+P1D   buyer        RequestReversal ground=givenBack                                     → ReversalRequested

T4 · A refund that fails ends the review of its own reversal, and of no other's
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder payments=card:60.00,alipay:40.00            → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ClaimAgreed RefundApproved RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted refund=#1 reference=card-1     → RefundSubmitted
+PT0S  institution  RecordRefundSubmitted refund=#2 reference=ali-1      → RefundSubmitted
+PT1H  institution  RecordRefundSettled refund=#1                        → RefundSettled
+PT0S  institution  RecordRefundSettled refund=#2                        → RefundSettled
+P1D   seller       RequestReversal refund=#1 ground=fraud               → ReversalRequested
+PT1H  institution  RecordRefundFailed refund=#2 reason=accountClosed    → RefundFailed
       · reversal #1 requested
+PT1H  operator     RefuseReversal                                       → ReversalRefused
+PT1H  institution  RecordRefundFailed refund=#1 reason=accountClosed    → RefundFailed
       · reversal #1 refused
