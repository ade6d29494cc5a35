Z3 · A return opens with its number and its label, and the refund follows the goods
marketplace amazon
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                          → PaymentMade
+PT1H  institution  ConfirmPayment                                                → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                        → ParcelShipped OrderShipped
+PT0S  buyer        RequestReturn lines=SEED-1×2:noLongerWanted                   → refused NotDeliveredYet
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE           → ParcelScanned OrderDelivered
       · deadline buyer RequestReturn in P30D, else ReleaseEscrow
+P1D   buyer        RequestReturn lines=SEED-1×2:ugly                             → refused ReasonUnknownHere
+PT0S  buyer        RequestReturn lines=SEED-1×3:noLongerWanted                   → refused QuantityTooHigh
+PT0S  buyer        RequestReturn lines=TREE-1×1:noLongerWanted                   → refused UnknownLine
+PT0S  buyer        RequestReturn lines=SEED-1×2:noLongerWanted refundTo=eWallet  → refused RefundGoesBackTheWayItCame
+PT0S  buyer        RequestReturn lines=SEED-1×2:noLongerWanted                   → ReturnRequested
       · order returnStarted
       · return #1 requested, amount 10.00, sellerPays no, rma given
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1                      → refused ReturnNotAuthorized
+PT0S  seller       AuthorizeReturn                                               → ReturnAuthorized
       · return #1 authorized
       · deadline buyer PostReturn in P30D, else ExpireReturn
+PT0S  carrier      RecordLabel number=LABEL-1                                    → ParcelShipped LabelIssued
       · return #1 authorized, label.trackingNumber LABEL-1
+PT0S  seller       AuthorizeReturn                                               → refused ReturnAlreadyAuthorized
+P2D   carrier      RecordScan number=LABEL-1 status=accepted country=DE          → ParcelScanned ReturnPosted
       · return #1 inTransit
+P3D   carrier      RecordScan number=LABEL-1 status=delivered country=DE         → ParcelScanned
+PT1H  seller       ReceiveReturn condition=asSent                                → ReturnReceived RefundApproved ReturnsEnded
       · return #1 received
       · refund #1 approved, amount 10.00
       · order delivered
       · money escrow 2.50, refunding 10.00

Z3 · At the seller's fault the shipping goes back with the last line
marketplace amazon
order USD SEED-1 3×5.00 less 1.00 by seller tax 0.70 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×1:defective               → ReturnRequested
       · return #1 requested, amount 4.90
+PT1H  buyer        RequestReturn lines=SEED-1×2:defective               → ReturnRequested
       · order returnStarted
+PT1H  seller       AuthorizeReturn                                      → refused WhichOne
+PT0S  seller       AuthorizeReturn return=#1                            → ReturnAuthorized
+PT0S  seller       AuthorizeReturn return=#2                            → ReturnAuthorized
+P2D   buyer        PostReturn return=#1 carrier=sandbox number=BACK-1   → ParcelShipped ReturnPosted
+P2D   buyer        PostReturn return=#2 carrier=sandbox number=BACK-2   → ParcelShipped ReturnPosted
+P2D   seller       ReceiveReturn return=#1 condition=asSent             → ReturnReceived RefundApproved
       · order returnStarted
       · refund #1 approved, amount 4.90
       · seller may ReceiveReturn on return #2, refund 12.30 to card
+P2D   seller       ReceiveReturn return=#2 condition=asSent             → ReturnReceived RefundApproved OrderClosed
       · refund #2 approved, amount 12.30
       · order closed because refunded

Z3 · A return can be asked for until the window closes
marketplace amazon
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P29D    buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+P1DT1S  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → refused NoLongerOpen, closed PT1S ago
         · buyer may not RequestReturn because NoLongerOpen, closed PT1S ago

Z3 · At the very instant at which the window closes a return is in time
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P30D  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested

Z3 · Goods not posted in time: the return has expired and the order is delivered again
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H  seller       AuthorizeReturn                                      → ReturnAuthorized
+P30D  buyer        silent
       · return #1 authorized
+PT1S  clock        ExpireReturn                                         → ReturnExpired ReturnsEnded
       · return #1 expired
       clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted

Z3 · Posted and not back in sixty days: the mediators decide
marketplace amazon
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                                 → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D      buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H     seller       AuthorizeReturn                                      → ReturnAuthorized
+P1D      buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P60DT1S  clock        ExpireReturn                                         → ReturnOverdue ClaimOpened
          · claim #1 inMediation, amount 5.00
          · order returnStarted
+P1D      mediator     DecideClaim amount=5.00 reasons=other                → ClaimDecided
+P7DT1S   clock        ExecuteDecision                                      → RefundApproved ClaimSettled ReturnClosed ReturnsEnded
          · return #1 closed
          · refund #1 approved, amount 5.00

Z3 · Back and not inspected in time: refunded
marketplace amazon
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                                  → PaymentMade
+PT1H     institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+P1D      buyer        RequestReturn lines=SEED-1×2:noLongerWanted           → ReturnRequested
+PT1H     seller       AuthorizeReturn                                       → ReturnAuthorized
+P1D      buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+P1D      carrier      RecordScan number=BACK-1 status=delivered country=DE  → ParcelScanned
          · deadline seller ReceiveReturn in P10D, else ReceiveReturn
+P10DT1S  clock        ReceiveReturn                                         → ReturnReceived RefundApproved OrderClosed
          · refund #1 approved, amount 10.00
          · order closed because refunded

Z3 · Goods that come back damaged are for the mediators
marketplace amazon
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D     buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H    seller       AuthorizeReturn                                      → ReturnAuthorized
+P1D     buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D     seller       ReceiveReturn condition=empty                        → ReturnReceived ClaimOpened ReturnsEnded
         · claim #1 inMediation, amount 10.00
         · event ClaimOpened because empty
         · return #1 received, condition empty
+P1D     buyer        WithdrawClaim                                        → refused ParcelAlreadyScanned
+P1D     mediator     DecideClaim amount=0 reasons=evidence                → ClaimDecided
+P7DT1S  clock        ExecuteDecision                                      → ClaimSettled ReturnClosed
         · return #1 closed
         · money escrow 10.00

Z3 · A line sold without a right of return goes back only for a fault
marketplace amazon
order USD SEED-1 2×5.00 final sale
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×1:foundCheaper            → refused FinalSale
+PT0S  buyer        RequestReturn lines=SEED-1×1:wrongItem               → ReturnRequested

Z4 · The page of a return shows its steps, its label, its parcel, the money and its promise
marketplace amazon
order USD SEED-1 1×5.00 · fulfilled by platform
+PT0S  buyer        PayOrder method=card                                                → PaymentMade
+PT1H  institution  ConfirmPayment                                                      → PaymentConfirmed
+PT1H  operator     ShipOrder carrier=sandbox number=OUT-1                              → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE                 → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×1:noLongerWanted                         → ReturnRequested ReturnAuthorized
       · return #1 authorized, requestedAt now, authorizedAt now, postedAt none
+PT0S  carrier      RecordLabel number=LABEL-1                                          → ParcelShipped LabelIssued
       · return #1 authorized, label.trackingNumber LABEL-1, label.voidedAt none
+P1D   carrier      RecordScan number=LABEL-1 status=accepted place=Leipzig country=DE  → ParcelScanned ReturnPosted
       · return #1 inTransit, scannedAt now, postedAt now
       · parcel #2 accepted, kind return
+P1D   carrier      RecordScan number=LABEL-1 status=delivered country=DE               → ParcelScanned
       · return #1 inTransit, backAt now
+P1D   operator     ReceiveReturn condition=asSent                                      → ReturnReceived RefundApproved OrderClosed
       · return #1 received, receivedAt now
       · refund #1 approved, to card, promisedBy in P7D
+PT2H  institution  RecordRefundSubmitted reference=bank-1                              → RefundSubmitted
+P1D   institution  RecordRefundSettled                                                 → RefundSettled ReturnClosed
       · return #1 closed

Z5, Z12 · A return is cancelled, the label voided, and the order is delivered again, at once and everywhere
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  carrier      RecordLabel number=LABEL-1                           → ParcelShipped LabelIssued
       · buyer may CancelReturn, loses nothing
+P1D   buyer        CancelReturn                                         → ReturnCancelled ReturnsEnded
       · order delivered
       · return #1 cancelled
       · line SEED-1, returning 0
       · buyer may not CancelReturn because ReturnAlreadyEnded
       · buyer may RequestReturn
+PT0S  carrier      RecordLabelVoided                                    → LabelVoided
       · return #1 cancelled, label.voidedAt now
+PT0S  buyer        CancelReturn                                         → refused ReturnAlreadyEnded
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
       · order returnStarted

Z5 · Where the window closes within a day the confirmation says that no new return can be asked for
marketplace amazon
order USD SEED-1 2×5.00
+PT0S   buyer        PayOrder method=card                                 → PaymentMade
+PT1H   institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H   seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D    carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P28D   buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H   seller       AuthorizeReturn                                      → ReturnAuthorized
        · buyer may CancelReturn, loses nothing
+PT23H  buyer        silent
        · buyer may CancelReturn, loses noNewReturn
+P2D    buyer        silent
        · buyer may CancelReturn, loses noNewReturn
+PT0S   buyer        CancelReturn                                         → ReturnCancelled ReturnsEnded
        clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted

Z5 · A return can be cancelled while the seller has not answered, and after it was posted
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        CancelReturn                                         → refused NoOpenReturn
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H  buyer        CancelReturn                                         → ReturnCancelled ReturnsEnded
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT1H  buyer        CancelReturn                                         → ReturnCancelled ReturnsEnded
       · return #2 cancelled
       · order delivered

Z6 · Once the carrier has scanned the parcel a return cannot be cancelled
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D   carrier      RecordScan number=BACK-1 status=accepted country=DE  → ParcelScanned
       · buyer may not CancelReturn because ParcelAlreadyScanned
+PT0S  buyer        CancelReturn                                         → refused ParcelAlreadyScanned
+PT0S  seller       CallOffReturn                                        → refused ParcelAlreadyScanned

Z6 · Once the refund is handed over a return cannot be cancelled
marketplace amazon · setting refund.when=authorized
order USD SEED-1 2×5.00 · fulfilled by platform
+PT0S        buyer        PayOrder method=card                                 → PaymentMade
+PT1H        institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H        seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D         carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H        buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested ReturnAuthorized RefundAuthorized RefundApproved
             · refund #1 approved, amount 10.00
+PT1H59M59S  buyer        silent
             · buyer may CancelReturn
+PT1S        buyer        CancelReturn                                         → refused RefundAlreadySubmitted
             · buyer may not CancelReturn because RefundAlreadySubmitted
+PT0S        operator     CallOffReturn                                        → refused RefundAlreadySubmitted

Z6 · A moment before the hand-over the return is cancelled, and the refund with it
marketplace amazon · setting refund.when=authorized
order USD SEED-1 2×5.00 · fulfilled by platform
+PT0S        buyer        PayOrder method=card                                 → PaymentMade
+PT1H        institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H        seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D         carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H        buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested ReturnAuthorized RefundAuthorized RefundApproved
+PT1H59M59S  buyer        CancelReturn                                         → RefundStopped ReturnCancelled ReturnsEnded
             · refund #1 stopped
             · money escrow 10.00, refunding 0
             · order delivered

Z7 · Nobody ends up with both money and goods: a stopped refund and a withdrawn return leave the goods with the buyer
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H  seller       ApproveRefund                                        → ReturnAuthorized RefundAuthorized RefundApproved
       · refund #1 approved, amount 10.00
+PT2H  clock        SubmitRefund                                         → RefundSubmitting
       · seller may not StopRefund because RefundAlreadySubmitted
+PT0S  seller       StopRefund reason="Not yet"                          → refused RefundAlreadySubmitted
+PT0S  seller       CallOffReturn                                        → refused RefundAlreadySubmitted

Z8 · Sold and fulfilled by the platform: the return is authorized at once
marketplace amazon
order USD SEED-1 2×5.00 · fulfilled by platform
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  operator     ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested ReturnAuthorized
       · return #1 authorized
+PT1H  operator     CallOffReturn note=Recalled                          → ReturnCalledOff ReturnsEnded
       · return #1 cancelled
       · order delivered

Z8 · Fulfilled by the merchant: the merchant authorizes it, and silence of two days does
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
       · deadline seller AuthorizeReturn in P2D, else AuthorizeReturn
+PT0S  operator     AuthorizeReturn                                      → refused NotFulfilledByYou
+P2D   seller       silent
       · return #1 requested
+PT1S  clock        AuthorizeReturn                                      → ReturnAuthorized
       · return #1 authorized

Z8 · The merchant declines a return, and the order is delivered again
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT0S  operator     DeclineReturn                                        → refused NotFulfilledByYou
+PT1H  seller       DeclineReturn note="It was worn"                     → ReturnDeclined ReturnsEnded
       · return #1 declined
       · order delivered
       · line SEED-1, returning 0
+PT0S  seller       AuthorizeReturn                                      → refused ReturnAlreadyEnded

Z8 · Once the merchant has authorized the refund by hand the buyer can no longer cancel it, and the merchant can
marketplace amazon
order USD SEED-1 2×5.00
+PT0S   buyer        PayOrder method=card                                 → PaymentMade
+PT1H   institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H   seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D    carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H   buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H   seller       AuthorizeReturn                                      → ReturnAuthorized
+PT1H   seller       ApproveRefund amount=10.01                           → refused AmountTooHigh
+PT0S   seller       ApproveRefund amount=8.00                            → RefundAuthorized RefundApproved
        · refund #1 approved, amount 8.00
        · return #1 authorized, approvedByHand yes
+PT0S   seller       ApproveRefund                                        → refused RefundAlreadyApproved
+PT1H   buyer        CancelReturn                                         → refused RefundAuthorizedByHand
        · buyer may not CancelReturn because RefundAuthorizedByHand
+PT30M  seller       CallOffReturn note="As we agreed"                    → RefundStopped ReturnCalledOff ReturnsEnded
        · return #1 cancelled
        · refund #1 stopped
        · order delivered
        · money escrow 10.00, refunding 0

Z8 · The refund authorized by hand comes before the goods, and the goods close the return
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT1H  seller       ApproveRefund                                        → RefundAuthorized RefundApproved
+PT2H  institution  RecordRefundSubmitted reference=bank-1               → RefundSubmitted
+P1D   institution  RecordRefundSettled                                  → RefundSettled
       · return #1 authorized
       · order returnStarted
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=asSent                       → ReturnReceived ReturnClosed OrderClosed
       · return #1 closed
       · order closed because refunded

Z8 · A refund stopped by a seller who has the goods back goes to the mediators, and the money waits in escrow
marketplace amazon
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H    seller       AuthorizeReturn                                      → ReturnAuthorized
+PT1H    buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D     seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved OrderClosed
         · order closed because refunded
+PT1H    seller       StopRefund reason="One bag is missing after all"     → RefundStopped OrderReopened ClaimOpened
         · order delivered
         · refund #1 stopped
         · claim #1 inMediation, amount 10.00
         · money escrow 10.00
+P1D     mediator     DecideClaim amount=10.00 reasons=noEvidence          → ClaimDecided
+P7DT1S  clock        ExecuteDecision                                      → RefundApproved ClaimSettled OrderClosed
         · order closed because refunded
         · refund #2 approved, amount 10.00

Z9 · A replacement is asked for, and sent when the goods are back
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                       → PaymentMade
+PT1H  institution  ConfirmPayment                                             → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                     → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE        → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:defective remedy=replacement  → ReturnRequested
+PT1H  seller       AuthorizeReturn                                            → ReturnAuthorized
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1                   → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=asSent                             → ReturnReceived
       · return #1 received
       · order returnStarted
       · deadline seller ShipReplacement in P7D, else ApproveRefund
+P1D   seller       ShipReplacement carrier=sandbox number=BACK-1              → refused TrackingNumberAlreadyUsed
+PT0S  seller       ShipReplacement carrier=sandbox number=NEW-1               → ParcelShipped ReplacementShipped ReturnClosed ReturnsEnded
       · return #1 closed
       · order delivered
       · parcel #last announced, kind replacement
+P2D   carrier      RecordScan number=NEW-1 status=delivered country=DE        → ParcelScanned
       · order delivered

Z9 · A replacement that is not sent in time becomes money
marketplace amazon
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                       → PaymentMade
+PT1H    institution  ConfirmPayment                                             → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                     → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE        → ParcelScanned OrderDelivered
+PT1H    buyer        RequestReturn lines=SEED-1×1:defective remedy=replacement  → ReturnRequested
+PT1H    seller       AuthorizeReturn                                            → ReturnAuthorized
+P1D     buyer        PostReturn carrier=sandbox number=BACK-1                   → ParcelShipped ReturnPosted
+P1D     seller       ReceiveReturn condition=asSent                             → ReturnReceived
+P7DT1S  clock        ApproveRefund                                              → RefundAuthorized RefundApproved ReturnClosed ReturnsEnded
         · refund #1 approved, amount 5.00
         · return #1 closed
         · order delivered

Z9 · The seller gives the money instead of a replacement
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                       → PaymentMade
+PT1H  institution  ConfirmPayment                                             → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                     → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE        → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:defective remedy=replacement  → ReturnRequested
+PT1H  seller       AuthorizeReturn                                            → ReturnAuthorized
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1                   → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=asSent                             → ReturnReceived
+P1D   seller       ApproveRefund                                              → RefundAuthorized RefundApproved ReturnClosed ReturnsEnded
       · refund #1 approved, amount 5.00

Z9 · Once a replacement is on its way the return cannot be cancelled
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                       → PaymentMade
+PT1H  institution  ConfirmPayment                                             → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                     → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE        → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:defective remedy=replacement  → ReturnRequested
+PT1H  seller       AuthorizeReturn                                            → ReturnAuthorized
+PT1H  seller       ShipReplacement carrier=sandbox number=NEW-1               → ParcelShipped ReplacementShipped
       · buyer may not CancelReturn because ReplacementOnItsWay
+PT0S  buyer        CancelReturn                                               → refused ReplacementOnItsWay
+PT0S  seller       CallOffReturn                                              → refused ReplacementOnItsWay
+PT0S  seller       ShipReplacement carrier=sandbox number=NEW-2               → refused ReplacementAlreadyShipped
+PT0S  seller       ApproveRefund                                              → refused ReplacementOnItsWay
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1                   → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=asSent                             → ReturnReceived ReturnClosed ReturnsEnded
       · return #1 closed
       · order delivered
       · no refund

Z9 · A replacement for goods that never came back is owed by the buyer
marketplace amazon
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                                       → PaymentMade
+PT1H     institution  ConfirmPayment                                             → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1                     → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE        → ParcelScanned OrderDelivered
+PT1H     buyer        RequestReturn lines=SEED-1×1:defective remedy=replacement  → ReturnRequested
+PT1H     seller       AuthorizeReturn                                            → ReturnAuthorized
+PT0S     seller       ShipReplacement carrier=sandbox number=NEW-1               → ParcelShipped ReplacementShipped
+P30DT1S  clock        ExpireReturn                                               → ReturnExpired ReplacementOwed ReturnsEnded
          · return #1 expired
          · money owed 5.00
          · account seller/cactus/owed 5.00

Z9 · Who asked for money gets no replacement
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:defective               → ReturnRequested
+PT1H  seller       AuthorizeReturn                                      → ReturnAuthorized
       · seller may not ShipReplacement because ReplacementNotAsked
+PT0S  seller       ShipReplacement carrier=sandbox number=NEW-1         → refused ReplacementNotAsked

Z14 · The refund goes to the card, the bank account or the gift card balance, each with its promise
marketplace amazon
order USD SEED-1 4×5.00
+PT0S  buyer        PayOrder payments=card:10.00,bankAccount:10.00                   → PaymentMade
+PT1H  institution  ConfirmPayment                                                   → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                           → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE              → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×3:noLongerWanted refundTo=sameMethod  → ReturnRequested
+PT1H  seller       ApproveRefund                                                    → ReturnAuthorized RefundAuthorized RefundApproved RefundApproved
       · refund #1 approved, to card, amount 10.00, promisedBy in P7D
       · refund #2 approved, to bankAccount, amount 5.00, promisedBy in P11D
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted refundTo=giftCard    → ReturnRequested
       · seller may ApproveRefund on return #2, refund 5.00 to giftCard, arrives in PT3H
+PT0S  seller       ApproveRefund return=#2                                          → ReturnAuthorized RefundAuthorized RefundApproved
       · refund #3 approved, to giftCard, amount 5.00, promisedBy in PT3H

Z14 · Paid by two methods, no money moves from one to the other
marketplace amazon
order USD SEED-1 4×5.00
+PT0S  buyer        PayOrder payments=giftCard:10.00,card:10.00                → PaymentMade
+PT1H  institution  ConfirmPayment                                             → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                     → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE        → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×4:noLongerWanted refundTo=card  → ReturnRequested
+PT1H  seller       ApproveRefund                                              → ReturnAuthorized RefundAuthorized RefundApproved RefundApproved
       · refund #1 approved, to giftCard, amount 10.00
       · refund #2 approved, to card, amount 10.00

Z14 · An advance is paid when the carrier scans the parcel
marketplace amazon · setting refund.when=scanned
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted           → ReturnRequested
+PT1H  seller       AuthorizeReturn                                       → ReturnAuthorized
+PT0S  carrier      RecordLabel number=LABEL-1                            → ParcelShipped LabelIssued
+P1D   carrier      RecordScan number=LABEL-1 status=accepted country=DE  → ParcelScanned ReturnPosted RefundAuthorized RefundApproved
       · refund #1 approved, amount 5.00
       · return #1 inTransit, advance yes
+PT2H  institution  RecordRefundSubmitted reference=bank-1                → RefundSubmitted
+P1D   institution  RecordRefundSettled                                   → RefundSettled
+P3D   seller       ReceiveReturn condition=asSent                        → ReturnReceived ReturnClosed ReturnsEnded
       · return #1 closed
       · order delivered
       · money refunded 5.00, escrow 5.00

Z14 · If the goods never arrive the advance is charged back
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
               · return #1 expired
               · refund #1 settled, reversingSince now
               · deadline operator InquireRefund in P5D, else InquireRefund
+P1D           institution  RecordRefundReversed                                 → RefundReversed
               · refund #1 reversed
               clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted
               · order completed

Z14 · An advance not yet handed over when the return expires is stopped
marketplace amazon · setting refund.when=authorized · setting return.postWithin=PT1H
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H    seller       AuthorizeReturn                                      → ReturnAuthorized RefundAuthorized RefundApproved
+PT1H1S  clock        ExpireReturn                                         → ReturnExpired RefundStopped ReturnsEnded
         · money escrow 10.00

Z14 · An advance on its way when the return expires is charged back once it has arrived
marketplace amazon · setting refund.when=authorized · setting return.postWithin=PT3H
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H    seller       AuthorizeReturn                                      → ReturnAuthorized RefundAuthorized RefundApproved
+PT3H1S  clock        ExpireReturn                                         → ReturnExpired ChargeBackDue ReturnsEnded
         · refund #1 submitting, chargeBackDue yes
         · order delivered
+PT1H    institution  RecordRefundSubmitted reference=bank-1               → RefundSubmitted
+P1D     institution  RecordRefundSettled                                  → RefundSettled AdvanceChargedBack
         · refund #1 settled, chargeBackDue no, reversingSince now
+P1D     institution  RecordRefundReversed                                 → RefundReversed
         · money escrow 10.00, refunded 0

Z14 · An advance that failed is not sent again once the return has expired
marketplace amazon · setting refund.when=authorized · setting return.postWithin=PT3H
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H    buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H    seller       AuthorizeReturn                                      → ReturnAuthorized RefundAuthorized RefundApproved
+PT2H    institution  RecordRefundFailed reason=accountClosed              → RefundFailed
+PT1H1S  clock        ExpireReturn                                         → ReturnExpired ChargeBackDue ReturnsEnded
         · no deadline ReissueRefund
         · order delivered
         · operator may not ReissueRefund because RefundAlreadyFailed

Z16 · The seller is paid when the return window has ended and nothing is open
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P30D  buyer        silent
       · order delivered
+PT1S  clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted
       · account seller/cactus 10.00

Z16 · A return that is open holds the payment back
marketplace amazon
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P29D    buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+P1DT1S  seller       AuthorizeReturn                                      → ReturnAuthorized
         · money escrow 10.00
+P1D     buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D     seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved ReturnsEnded
         clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted
         · money released 5.00, refunding 5.00

Z16 · Where the seller is paid seven days after delivery, a later return takes the money back from the seller
marketplace amazon · setting payout.after=P7D
order USD SEED-1 2×5.00 · commission 1.00
+PT0S      buyer        PayOrder method=card                                 → PaymentMade
+PT1H      institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H      seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D       carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P7DT1S    clock        ReleaseEscrow                                        → EscrowReleased
           · order delivered
           · money released 10.00
           · account seller/cactus 9.00
+P10D      buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H      seller       AuthorizeReturn                                      → ReturnAuthorized
+P1D       seller       ReceiveReturn condition=asSent                       → ReturnReceived SellerDebited RefundApproved ReturnsEnded
           · money released 5.00, refunding 5.00
           · account seller/cactus 4.50
           · account platform/commission 0.50
+PT2H      institution  RecordRefundSubmitted reference=bank-1               → RefundSubmitted
+P1D       institution  RecordRefundSettled                                  → RefundSettled ReturnClosed
+P10DT21H  clock        ReleaseEscrow                                        → OrderCompleted

Z16 · Never delivered: the seller is paid when the protection ends
marketplace amazon
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                    → PaymentMade
+PT1H     institution  ConfirmPayment                          → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P60DT1S  clock        ReleaseEscrow                           → EscrowReleased OrderCompleted

Z3, X3 · A return that never arrives while a claim about another one is open ends with that claim
marketplace amazon
order USD SEED-1 1×5.00 · PEN 2×3.00 · fulfilled by platform
+PT0S     buyer        PayOrder method=card                                         → PaymentMade
+PT1H     institution  ConfirmPayment                                               → PaymentConfirmed
+P1D      seller       ShipOrder carrier=sandbox number=OUT-1                       → ParcelShipped OrderShipped
+P1D      carrier      RecordScan number=OUT-1 status=delivered country=DE          → ParcelScanned OrderDelivered
+P1D      buyer        RequestReturn lines=SEED-1×1:orderedByMistake remedy=refund  → ReturnRequested ReturnAuthorized
          carrier      RecordLabel number=LABEL-1                                   → ParcelShipped LabelIssued
+P1D      seller       CallOffReturn                                                → ReturnCalledOff ReturnsEnded
+P1D      buyer        RequestReturn lines=PEN×2:orderedByMistake remedy=refund     → ReturnRequested ReturnAuthorized
+P1D      buyer        PostReturn carrier=sandbox number=BACK-2                     → ParcelShipped ReturnPosted
+P40D     carrier      RecordScan number=LABEL-1 status=delivered country=US        → ParcelScanned ClaimOpened
          · order returnStarted
+P20DT1S  clock        ExpireReturn                                                 → ReturnOverdue
          · return #2 inTransit
+P9D      mediator     DecideClaim amount=5.00 reasons=evidence                     → ClaimDecided
+P7DT1S   clock        ExecuteDecision                                              → RefundApproved ClaimSettled ReturnClosed ReturnsEnded
          · return #2 closed

T4 · The bank takes back money for units that were never sent: the mediators hear the buyer before the seller gets it
marketplace amazon
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                              → PaymentMade
+PT1H  institution  ConfirmPayment                                    → PaymentConfirmed
+PT1H  buyer        CancelOrder reason=noLongerWanted lines=SEED-1×1  → LinesCancelled RefundApproved
+PT2H  institution  RecordRefundSubmitted reference=bank-1            → RefundSubmitted
+PT1H  institution  RecordRefundSettled                               → RefundSettled
+P1D   institution  RecordRefundReversed                              → RefundReversed ClaimOpened
       · money escrow 17.00

T4 · The bank takes back money while the goods are with the seller: the mediators hear the buyer
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×1:defective                → ReturnRequested
+PT1H  seller       AuthorizeReturn                                       → ReturnAuthorized
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+P2D   carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
+PT1H  seller       ReceiveReturn condition=asSent                        → ReturnReceived RefundApproved ReturnsEnded
+PT2H  institution  RecordRefundSubmitted reference=bank-1                → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                   → RefundSettled ReturnClosed
+P1D   institution  RecordRefundReversed                                  → RefundReversed ClaimOpened

T4 · The bank takes back money while the goods are with the buyer: nobody needs to be heard
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                 → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=defective evidence=photo amount=2.00  → ClaimOpened
+PT1H  seller       AcceptClaim                                            → ClaimAgreed RefundApproved ClaimSettled
+PT2H  institution  RecordRefundSubmitted reference=bank-1                 → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                    → RefundSettled
+P1D   institution  RecordRefundReversed                                   → RefundReversed
       · money escrow 10.00

T4 · The bank takes back the money of a cancelled order: it waits for the seller again, and nobody is heard
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  buyer        CancelOrder reason=noLongerWanted       → RefundApproved OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=bank-1  → RefundSubmitted
+PT1H  institution  RecordRefundSettled                     → RefundSettled
+PT1H  buyer        DeleteOrder                             → OrderDeleted
+P1D   institution  RecordRefundReversed                    → RefundReversed OrderReopened
       · order awaitingShipment, hidden no

T4 · The bank takes back what a withdrawal gave for units that were never sent: the mediators hear the buyer
marketplace amazon, aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  buyer        WithdrawFromContract lines=SEED-1×1     → ContractWithdrawn LinesCancelled RefundApproved
+PT2H  institution  RecordRefundSubmitted reference=bank-1  → RefundSubmitted
+PT1H  institution  RecordRefundSettled                     → RefundSettled
+P1D   institution  RecordRefundReversed                    → RefundReversed ClaimOpened

T4 · The bank takes back money that had come after the end: the order ends again, and nobody is heard
marketplace amazon
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                    → PaymentMade
+P1DT1S  clock        ExpireVerification                      → PaymentVoided OrderClosed
+PT1H    institution  ConfirmPayment                          → PaymentConfirmed RefundApproved
+PT2H    institution  RecordRefundSubmitted reference=bank-1  → RefundSubmitted
+PT1H    institution  RecordRefundSettled                     → RefundSettled
+PT1H    institution  RecordRefundReversed                    → RefundReversed OrderReopened

Z8 · An advance is stopped while the goods are still out: the return goes on, and nobody needs to decide
marketplace amazon · setting refund.when=authorized
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H  seller       AuthorizeReturn                                      → ReturnAuthorized RefundAuthorized RefundApproved
+PT1H  seller       StopRefund reason="Not before it is here"            → RefundStopped
       · no claim

Z8 · Of two returns one has come back: its refund is stopped, and the mediators decide over that
marketplace amazon
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S   buyer        PayOrder method=card                                  → PaymentMade
+PT1H   institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H   seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D    carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+PT1H   buyer        RequestReturn lines=POT-1×1:noLongerWanted            → ReturnRequested
+PT1H   seller       AuthorizeReturn                                       → ReturnAuthorized
+PT1H   buyer        RequestReturn lines=SEED-1×1:noLongerWanted           → ReturnRequested
+PT1H   seller       AuthorizeReturn return=#2                             → ReturnAuthorized
+PT1H   buyer        PostReturn return=#2 carrier=sandbox number=BACK-2    → ParcelShipped ReturnPosted
+P2D    carrier      RecordScan number=BACK-2 status=delivered country=CN  → ParcelScanned
+PT1H   seller       ReceiveReturn return=#2 condition=asSent              → ReturnReceived RefundApproved
+PT10M  seller       StopRefund reason="It was used"                       → RefundStopped ClaimOpened
        · claim #1 inMediation, amount 5.00

Z8 · Units were cancelled before the rest was: stopped, the rest waits for the mediators and not for the clock
marketplace amazon
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S   buyer        PayOrder method=card                              → PaymentMade
+PT1H   institution  ConfirmPayment                                    → PaymentConfirmed
+PT1H   buyer        CancelOrder reason=noLongerWanted lines=SEED-1×2  → LinesCancelled RefundApproved
+PT10M  buyer        CancelOrder reason=noLongerWanted                 → RefundApproved OrderClosed
+PT10M  seller       StopRefund refund=#2 reason="It was on its way"   → RefundStopped OrderReopened ClaimOpened

Z8 · A stopped advance does not keep the return open once the goods have come and are paid
marketplace amazon · setting refund.when=authorized
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted           → ReturnRequested
+PT1H  seller       AuthorizeReturn                                       → ReturnAuthorized RefundAuthorized RefundApproved
+PT1H  seller       StopRefund reason="Not before it is here"             → RefundStopped
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+P2D   carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
+PT1H  seller       ReceiveReturn condition=asSent                        → ReturnReceived RefundApproved ReturnsEnded
+PT3H  institution  RecordRefundSubmitted refund=#2 reference=bank-1      → RefundSubmitted
+PT1H  institution  RecordRefundSettled refund=#2                         → RefundSettled ReturnClosed
       · return #1 closed

Z8 · Two payments: one refund is out, the other is stopped before the goods are back; with them the rest follows
marketplace amazon
order USD MUG-1 1×20.00 · BOWL-1 1×10.00
+PT0S  buyer        PayOrder payments=card:15.00,bankAccount:15.00                      → PaymentMade
+PT1H  institution  ConfirmPayment payment=#1                                           → PaymentConfirmed
+PT0S  institution  ConfirmPayment payment=#2                                           → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                              → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE                 → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=MUG-1×1:noLongerWanted,BOWL-1×1:noLongerWanted  → ReturnRequested
+PT1H  seller       ApproveRefund                                                       → ReturnAuthorized RefundAuthorized RefundApproved RefundApproved
+PT1H  seller       StopRefund refund=#2 reason="First the goods"                       → RefundStopped
+PT2H  institution  RecordRefundSubmitted refund=#1 reference=bank-1                    → RefundSubmitted
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1                            → ParcelShipped ReturnPosted
+P2D   carrier      RecordScan number=BACK-1 status=delivered country=CN                → ParcelScanned
+PT1H  seller       ReceiveReturn condition=asSent                                      → ReturnReceived RefundApproved OrderClosed
       · refund #3 approved, amount 15.00
+PT3H  institution  RecordRefundSubmitted refund=#3 reference=bank-2                    → RefundSubmitted
+PT1H  institution  RecordRefundSettled refund=#1                                       → RefundSettled
+PT1H  institution  RecordRefundSettled refund=#3                                       → RefundSettled ReturnClosed
       · money refunded 30.00

Z8 · Stopped and approved anew for less: that is what the return gives
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×2:noLongerWanted           → ReturnRequested
+PT1H  seller       ApproveRefund                                         → ReturnAuthorized RefundAuthorized RefundApproved
+PT1H  seller       StopRefund reason="Too much"                          → RefundStopped
+PT1H  seller       ApproveRefund amount=8.00                             → RefundAuthorized RefundApproved
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
+P2D   carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
+PT1H  seller       ReceiveReturn condition=asSent                        → ReturnReceived ReturnsEnded
       · money escrow 2.00

Z3 · What the carrier broke goes back at the seller's cost, a final sale too
marketplace amazon
order USD SEED-1 1×5.00 final sale · POT-1 1×7.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                                    → PaymentMade
+PT1H  institution  ConfirmPayment                                                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                  → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE                     → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:damagedInTransit,POT-1×1:ugly              → refused ReasonUnknownHere
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted                             → refused FinalSale
+PT1H  buyer        RequestReturn lines=SEED-1×1:damagedInTransit,POT-1×1:damagedInTransit  → ReturnRequested
       · return #1 requested, amount 14.50, sellerPays yes

Z3 · The label's number under another carrier's name is not the label
marketplace amazon
order USD SEED-1 1×5.00 · fulfilled by platform
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:defective               → ReturnRequested ReturnAuthorized
       carrier      RecordLabel number=LABEL-1                           → ParcelShipped LabelIssued
+PT1H  buyer        PostReturn carrier=s10 number=LABEL-1                → refused TrackingNumberMalformed
+PT1H  buyer        PostReturn carrier=sandbox number=LABEL-1            → ReturnPosted

Z3 · Of units that share a price that does not divide, the last to go back is worth what is left
marketplace amazon
order USD CUP-1 3×3.34 less 0.02 by seller
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       CancelOrder reason=other lines=CUP-1×1               → LinesCancelled RefundApproved
       · refund #1 approved, amount 3.33
+PT3H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+PT9H  carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved ReturnsEnded
       · refund #2 approved, amount 3.33
+PT1H  buyer        RequestReturn lines=CUP-1×1:noLongerWanted           → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved OrderClosed
       · refund #3 approved, amount 3.34

Z8 · A refund before the goods are back that is called off waits for the goods, not for mediators
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved ReturnsEnded
+PT0S  buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+PT0S  seller       AuthorizeReturn return=#2                            → ReturnAuthorized
+PT0S  seller       ApproveRefund return=#2                              → RefundAuthorized RefundApproved
+PT1H  seller       StopRefund refund=#2 reason="the goods first"        → RefundStopped
       · return #2 authorized
+PT0S  seller       StopRefund refund=#1 reason="they were broken"       → RefundStopped ClaimOpened

Z8 · Instead of another the money: approved before the goods are back the return goes on, and closes when they are there
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                      → PaymentMade
+PT1H  institution  ConfirmPayment                                            → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                    → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE       → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective remedy=replacement  → ReturnRequested
+PT0S  seller       AuthorizeReturn                                           → ReturnAuthorized
+PT1H  seller       ApproveRefund                                             → RefundAuthorized RefundApproved
       · return #1 authorized

Z3 · Only the label's own number and carrier need no other parcel, and only while it holds
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  carrier      RecordLabel return=#1 number=LABEL-1                 → ParcelShipped LabelIssued
+PT1H  buyer        PostReturn carrier=s10 number=LABEL-1                → refused TrackingNumberMalformed
+PT1H  carrier      RecordLabelVoided return=#1                          → LabelVoided
+PT1H  buyer        PostReturn carrier=sandbox number=LABEL-1            → refused TrackingNumberAlreadyUsed
+PT0S  buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted

Z14 · A cancelled return whose label is used all the same brings no money ahead of the goods
marketplace amazon · setting refund.when=scanned
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  carrier      RecordLabel return=#1 number=LABEL-1                 → ParcelShipped LabelIssued
+PT1H  buyer        CancelReturn                                         → ReturnCancelled ReturnsEnded
+PT1H  carrier      RecordScan number=LABEL-1 status=accepted            → ParcelScanned

Z14 · A claim's goods that the carrier has scanned wait for their receipt, though other returns are paid by then
marketplace amazon · setting refund.when=scanned
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=other remedy=goodsAndMoney          → ClaimOpened
+PT0S  seller       AcceptClaim                                          → ReturnRequested ReturnAuthorized ClaimAgreed
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT1H  carrier      RecordScan number=BACK-1 status=accepted             → ParcelScanned
       · no refund

Z14, Z8 · A refund ahead of the goods that failed is not sent again once its return is cancelled: nobody keeps the goods and the money
marketplace amazon · setting refund.when=authorized
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized RefundAuthorized RefundApproved
+PT2H  clock        SubmitRefund                                         → RefundSubmitting
+PT1H  institution  RecordRefundFailed reason=accountClosed              → RefundFailed
+PT1H  buyer        CancelReturn                                         → ChargeBackDue ReturnCancelled ReturnsEnded
+P3D   buyer        silent
       · refund #1 failed
       · money escrow 20.00, refunding 0
+PT0S  operator     ReissueRefund refund=#1                              → refused RefundAlreadyFailed

Z8, Z7 · A refund by hand that failed is not sent again once the seller calls the return off
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  seller       ApproveRefund                                        → RefundAuthorized RefundApproved
+PT2H  clock        SubmitRefund                                         → RefundSubmitting
+PT1H  institution  RecordRefundFailed reason=accountClosed              → RefundFailed
+PT1H  seller       CallOffReturn                                        → ChargeBackDue ReturnCalledOff ReturnsEnded
+P3D   buyer        silent
       · money escrow 20.00, refunding 0

Z8, Z7 · Goods that come back damaged end a refund that failed: the mediators decide over the whole worth
marketplace amazon
order USD CUP-1 2×10.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=CUP-1×1:defective                → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  seller       ApproveRefund                                        → RefundAuthorized RefundApproved
+PT2H  clock        SubmitRefund                                         → RefundSubmitting
+PT1H  institution  RecordRefundFailed reason=accountClosed              → RefundFailed
+PT1H  seller       ReceiveReturn condition=damaged                      → ReturnReceived ChargeBackDue ClaimOpened ReturnsEnded
       · claim #1 inMediation, amount 10.00

Z9 · A replacement whose goods never came back is owed at its price, without the way out
marketplace amazon
order USD CUP-1 2×10.00 · shipping 2.50
+PT0S        buyer        PayOrder method=card                                      → PaymentMade
+PT1H        institution  ConfirmPayment                                            → PaymentConfirmed
+PT1H        seller       ShipOrder carrier=sandbox number=OUT-1                    → ParcelShipped OrderShipped
+P3D         carrier      RecordScan number=OUT-1 status=delivered country=DE       → ParcelScanned OrderDelivered
+P1D         buyer        RequestReturn lines=CUP-1×2:defective remedy=replacement  → ReturnRequested
+PT0S        seller       AuthorizeReturn                                           → ReturnAuthorized
+PT1H        seller       ShipReplacement carrier=sandbox number=NEW-1              → ParcelShipped ReplacementShipped
+P29DT23H1S  clock        ExpireReturn                                              → ReturnExpired ReplacementOwed ReturnsEnded
             · money owed 20.00
