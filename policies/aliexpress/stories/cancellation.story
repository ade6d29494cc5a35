A7 · A paid order can be cancelled only until it is shipped
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        RequestCancellation reason=noLongerWanted   → refused NotPaidYet, instead PayOrder CancelOrder
+PT0S  buyer        PayOrder method=card                        → PaymentMade
+PT0S  buyer        CancelOrder reason=noLongerWanted           → refused AlreadyPaid
+PT1H  institution  ConfirmPayment                              → PaymentConfirmed
       · buyer may RequestCancellation, refund 12.50 to card, if accepted
+PT1H  seller       ShipOrder carrier=s10 number=RR123456785CN  → ParcelShipped OrderShipped
       · buyer may not RequestCancellation because AlreadyShipped
+PT0S  buyer        RequestCancellation reason=noLongerWanted   → refused AlreadyShipped, instead ConfirmReceipt OpenClaim

A7, X1 · Before it opens the action is shown, refused, with the time at which it opens
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                       → PaymentMade
       · buyer may not RequestCancellation because PaymentBeingVerified, opens in P1D
+PT1H  buyer        RequestCancellation reason=noLongerWanted  → refused PaymentBeingVerified, opens in PT23H
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
       · buyer may RequestCancellation
+PT0S  buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested

A7 · In one text it can be cancelled while the payment is verified
marketplace aliexpress · setting cancellation.opens=with_payment
order USD SEED-1 2×5.00
+PT0S  buyer   PayOrder method=card                                 → PaymentMade
       · buyer may RequestCancellation
+PT0S  buyer   RequestCancellation reason=noLongerWanted            → CancellationRequested
+PT5M  seller  RefuseCancellation carrier=s10 number=RR123456785CN  → refused PaymentBeingVerified
+PT5M  seller  AcceptCancellation                                   → CancellationAccepted PaymentVoided OrderClosed
       · order closed because cancellationAccepted
       · payment #1 voided

A7 · In one text the button appears only a day after the payment
marketplace aliexpress · setting cancellation.opens=P1D_after_payment
order USD SEED-1 2×5.00
+PT0S         buyer        PayOrder method=card                       → PaymentMade
+PT1H         institution  ConfirmPayment                             → PaymentConfirmed
              · buyer may not RequestCancellation because NotOpenYet, opens in PT23H
+PT22H59M59S  buyer        RequestCancellation reason=noLongerWanted  → refused NotOpenYet, opens in PT1S
+PT1S         buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested

A7 · In one text the button disappears a day after the payment
marketplace aliexpress · setting cancellation.closes=P1D_after_payment
order USD SEED-1 2×5.00
+PT0S   buyer        PayOrder method=card                       → PaymentMade
+PT1H   institution  ConfirmPayment                             → PaymentConfirmed
+PT23H  buyer        silent
        · buyer may RequestCancellation
+PT1S   buyer        RequestCancellation reason=noLongerWanted  → refused NoLongerOpen, closed PT1S ago
        · buyer may not RequestCancellation because NoLongerOpen, closed PT1S ago

A8 · The reason comes from a list and says whose fault it is
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=badWeather      → refused ReasonUnknownHere
+PT0S  buyer        RequestCancellation reason=duplicateOrder  → CancellationRequested
       · cancellation #1 requested, reason duplicateOrder, fault buyer
+PT0S  buyer        WithdrawCancellation                       → CancellationWithdrawn
+PT0S  buyer        RequestCancellation reason=priceRaised     → CancellationRequested
       · cancellation #2 requested, fault seller
+PT0S  buyer        WithdrawCancellation                       → CancellationWithdrawn
+PT0S  buyer        RequestCancellation reason=other           → CancellationRequested
       · cancellation #3 requested, fault nobody

A9 · The seller is not at fault: the request goes to the seller
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                    → PaymentMade
+PT1H  institution  ConfirmPayment                                          → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=outOfStock sellerAtFault=no  → CancellationRequested
       · cancellation #1 requested, reason outOfStock, fault seller
       · no claim
+PT0S  buyer        RequestCancellation reason=other                        → refused CancellationOpen, instead WithdrawCancellation

A9 · The seller is at fault: a dispute opens at once over all that was paid, and silence grants it
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT1H  institution  ConfirmPayment                                                    → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=yes  → ClaimOpened
       · claim #1 awaitingSeller, ground supplierUnreachable, fault seller, remedy money, amount 12.50, stage beforeShipment
       · deadline seller AcceptClaim in P5D, else AcceptClaim
       · deadline seller AcceptClaim in P16D, else EscalateClaim
+PT0S  buyer        RequestCancellation reason=other sellerAtFault=yes                → refused ClaimOpen
+P5D   seller       silent
+PT1S  clock        AcceptClaim                                                       → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled OrderClosed
       · order closed because refunded
       · claim #1 settled
       · refund #1 approved, amount 12.50
       · sanction #1 active, points 2

A9 · The buyer's answer decides the way, the reason alone the fault
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                         → PaymentMade
+PT1H  institution  ConfirmPayment                                               → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted sellerAtFault=yes  → ClaimOpened
       · claim #1 awaitingSeller, fault buyer
+PT1H  seller       AcceptClaim                                                  → ClaimAgreed RefundApproved ClaimSettled OrderClosed
       · order closed because refunded
       · no sanction

A9 · The dispute stays possible while a request waits, and ends it
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                     → PaymentMade
+PT1H  institution  ConfirmPayment                                           → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=outOfStock                    → CancellationRequested
       · buyer may RequestCancellation
+PT1H  buyer        RequestCancellation reason=outOfStock sellerAtFault=yes  → ClaimOpened
       · buyer may not RequestCancellation
+PT1H  seller       AcceptClaim                                              → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled CancellationAccepted OrderClosed
       · order closed because refunded
       · cancellation #1 accepted
       · claim #1 settled

A9 · The request accepted ends the dispute
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT1H  institution  ConfirmPayment                                                    → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted                         → CancellationRequested
+PT1H  buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=yes  → ClaimOpened
+PT1H  seller       AcceptCancellation                                                → CancellationAccepted ClaimSettled RefundApproved OrderClosed
       · order closed because cancellationAccepted
       · claim #1 settled

A10 · Silence of two weeks cancels the order and returns the money
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50 · ships within P30D
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested
       · deadline seller AcceptCancellation in P14D, else AcceptCancellation
+P14D  seller       silent
       · order awaitingShipment
+PT1S  clock        AcceptCancellation                         → CancellationAccepted RefundApproved OrderClosed
       · order closed because sellerSilent
       · cancellation #1 accepted
       · money escrow 0, refunding 12.50
       · event CancellationAccepted by clock because sellerSilent

A10 · The seller agrees: the order is cancelled and the money goes back
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=alipay                                               → PaymentMade
+PT1H  institution  ConfirmPayment                                                       → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted note="I ordered it twice"  → CancellationRequested
       · seller may AcceptCancellation, refund 12.50 to alipay, arrives in P1D, undo within PT2H
+P1D   seller       AcceptCancellation                                                   → CancellationAccepted RefundApproved OrderClosed
       · order closed because cancellationAccepted
       · refund #1 approved, to alipay, promisedBy in P1D
+PT1H  seller       AcceptCancellation                                                   → refused CancellationAlreadyAnswered

A10 · The buyer takes the request back until the seller has answered
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
+PT0S  buyer        WithdrawCancellation                       → refused NoOpenCancellation
+P1D   buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested
+P1D   buyer        WithdrawCancellation                       → CancellationWithdrawn
       · order awaitingShipment
       · cancellation #1 withdrawn
       · no deadline AcceptCancellation
+PT1H  buyer        WithdrawCancellation                       → refused CancellationAlreadyAnswered
+PT0S  seller       AcceptCancellation                         → refused CancellationAlreadyAnswered
+PT1H  buyer        RequestCancellation reason=duplicateOrder  → CancellationRequested
+PT1H  seller       AcceptCancellation                         → CancellationAccepted RefundApproved OrderClosed
+PT0S  buyer        WithdrawCancellation                       → refused CancellationAlreadyAnswered

A10 · A request does not stop the seller from shipping, and shipping refuses it
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                        → PaymentMade
+PT1H  institution  ConfirmPayment                              → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted   → CancellationRequested
+P1D   seller       ShipOrder carrier=s10 number=RR123456785CN  → ParcelShipped CancellationRefused OrderShipped
       · order inTransit
       · cancellation #1 refused
       · event CancellationRefused by seller because shipped
+PT0S  seller       AcceptCancellation                          → refused CancellationAlreadyAnswered

A10 · The shipping deadline that passes accepts the request, and the order closes as not shipped
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested
+P6D   seller       silent
       · order awaitingShipment
+PT1S  clock        ExpireShipment                             → SellerSanctioned CancellationAccepted RefundApproved OrderClosed
       · order closed because notShipped
       · cancellation #1 accepted
       · event CancellationAccepted by clock because notShipped

A10 · Some of the units are cancelled, and only their price goes back
marketplace aliexpress
order USD SEED-1 3×5.00 · POT-1 1×7.00 tax 0.70 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT1H  institution  ConfirmPayment                                                    → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted lines=SEED-1×4          → refused QuantityTooHigh
+PT0S  buyer        RequestCancellation reason=noLongerWanted lines=TREE-1×1          → refused UnknownLine
+PT0S  buyer        RequestCancellation reason=noLongerWanted lines=SEED-1×1,POT-1×1  → CancellationRequested
       · seller may AcceptCancellation, refund 12.70 to card
+PT1H  seller       AcceptCancellation                                                → CancellationAccepted LinesCancelled RefundApproved
       · order awaitingShipment
       · refund #1 approved, amount 12.70, lines SEED-1×1+POT-1×1
       · money escrow 12.50, refunding 12.70
       · line SEED-1, cancelled 1
       · line POT-1, cancelled 1
+PT1H  buyer        RequestCancellation reason=noLongerWanted                         → CancellationRequested
       · seller may AcceptCancellation, refund 12.50 to card
+PT1H  seller       AcceptCancellation                                                → CancellationAccepted RefundApproved OrderClosed
       · order closed because cancellationAccepted
       · refund #2 approved, amount 12.50
       · money escrow 0, refunding 25.20

A10 · The rest is shipped after a part was cancelled
marketplace aliexpress
order USD SEED-1 3×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                      → PaymentMade
+PT1H  institution  ConfirmPayment                                            → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted lines=SEED-1×2  → CancellationRequested
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×1     → ParcelShipped
       · cancellation #1 requested
       · line SEED-1, shipped 1
+PT1H  seller       AcceptCancellation                                        → CancellationAccepted LinesCancelled RefundApproved OrderShipped
       · order inTransit
       · money escrow 7.50, refunding 10.00

A11 · A seller who refuses says it is sent, and must give the tracking number
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                                           → PaymentMade
+PT1H  institution  ConfirmPayment                                                                 → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted                                      → CancellationRequested
+P1D   seller       RefuseCancellation note=No                                                     → refused TrackingNumberNeeded, instead AcceptCancellation
+PT0S  seller       RefuseCancellation carrier=s10 number=RR123456784CN                            → refused TrackingNumberCheckDigitWrong
+PT0S  seller       RefuseCancellation carrier=s10 number=RR123456785CN evidence=strangersReceipt  → refused EvidenceNotFound
+PT0S  seller       RefuseCancellation carrier=s10 number=RR123456785CN evidence=postingReceipt    → CancellationRefused ParcelShipped OrderShipped
       · order inTransit
       · cancellation #1 refused, evidence evi_postingReceipt
       · parcel #1 announced, trackingNumber RR123456785CN
+PT0S  seller       RefuseCancellation carrier=s10 number=RR202603021CN                            → refused CancellationAlreadyAnswered

A11 · Where the setting asks for no tracking number the seller just refuses
marketplace aliexpress · setting cancellation.refusalNeedsTracking=false
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested
+P1D   seller       RefuseCancellation note="It is packed"     → CancellationRefused
       · order awaitingShipment
       · cancellation #1 refused

A11 · A wrong tracking number is a graver ground: it can be raised at once
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                                  → PaymentMade
+PT1H    institution  ConfirmPayment                                                        → PaymentConfirmed
+P1D     buyer        RequestCancellation reason=noLongerWanted                             → CancellationRequested
+P1D     seller       RefuseCancellation carrier=s10 number=RR123456785CN                   → CancellationRefused ParcelShipped OrderShipped
         · buyer may OpenClaim, opens in P6D
+PT0S    buyer        OpenClaim ground=notTracked                                           → refused NotOpenYet, opens in P6D
+PT0S    buyer        OpenClaim ground=falseTracking note="This number is somebody else's"  → ClaimOpened
         · claim #1 awaitingSeller, ground falseTracking, graver yes, fault seller, amount 10.00
+P5DT1S  clock        AcceptClaim                                                           → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled OrderClosed
         · order closed because refunded
         · sanction #1 active, points 6, fine 0.50

A12 · Reasons that are the seller's fault cost points, and a fine from the threshold on
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50 · elsewhere 3 points
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=priceRaised  → CancellationRequested
+PT1H  seller       AcceptCancellation                      → CancellationAccepted SellerSanctioned RefundApproved OrderClosed
       · sanction #1 active, points 3, fine 0.62, reason priceRaised, appealUntil in P6M
       · account seller/cactus -0.62
       · account platform/fines 0.62

A12 · Below the threshold there are points and no fine
marketplace aliexpress
order USD SEED-1 2×5.00 · elsewhere 2 points
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=priceRaised  → CancellationRequested
+PT1H  seller       AcceptCancellation                      → CancellationAccepted SellerSanctioned RefundApproved OrderClosed
       · sanction #1 active, points 3, fine 0.00

A12 · Reasons that are the buyer's cost nothing
marketplace aliexpress
order USD SEED-1 2×5.00 · elsewhere 50 points
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested
+PT1H  seller       AcceptCancellation                         → CancellationAccepted RefundApproved OrderClosed
       · no sanction

A12 · A seller appeals against a sanction, and silence of the mediators lifts it
marketplace aliexpress
order USD SEED-1 2×5.00 · elsewhere 4 points
+PT0S     buyer        PayOrder method=card                          → PaymentMade
+PT1H     institution  ConfirmPayment                                → PaymentConfirmed
+PT0S     seller       AppealSanction                                → refused NoOpenSanction
+P7DT1S   clock        ExpireShipment                                → SellerSanctioned RefundApproved OrderClosed
          · order closed because notShipped
          · sanction #1 active, reason notShippedOnTime, points 2, fine 0.50
+P1D      mediator     UpholdSanction                                → refused NoOpenSanction
+PT0S     seller       AppealSanction note="The post was on strike"  → SanctionAppealed
          · sanction #1 appealed
          · deadline mediator UpholdSanction in P30D, else LiftSanction
+PT0S     seller       AppealSanction                                → refused AlreadyAppealed
+PT0S     institution  RecordRefundSubmitted reference=bank-1        → RefundSubmitted
+P5D      institution  RecordRefundSettled                           → RefundSettled
+P25DT1S  clock        LiftSanction                                  → SanctionLifted
          · sanction #1 lifted
          · account platform/fines 0
+PT0S     seller       AppealSanction                                → refused SanctionAlreadyDecided

A12 · A mediator upholds a sanction, and that is the end of it
marketplace aliexpress
order USD SEED-1 2×5.00 · elsewhere 4 points
+PT0S    buyer        PayOrder method=card                       → PaymentMade
+PT1H    institution  ConfirmPayment                             → PaymentConfirmed
+P7DT1S  clock        ExpireShipment                             → SellerSanctioned RefundApproved OrderClosed
+P1D     seller       AppealSanction                             → SanctionAppealed
+P1D     mediator     UpholdSanction note="There was no strike"  → SanctionUpheld
         · sanction #1 upheld
+PT0S    mediator     LiftSanction                               → refused SanctionAlreadyDecided

A12 · After half a year a sanction can no longer be appealed
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  seller  CancelOrder reason=outOfStock  → SellerSanctioned OrderClosed
       · sanction #1 active, points 2, fine 0.00
+P6M   seller  silent
       · seller may AppealSanction
+PT1S  seller  AppealSanction                 → refused NoLongerOpen, closed PT1S ago

A13 · A seller who has not shipped in time loses the order, and the money returns by itself
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  seller       ShipOrder carrier=sandbox number=OUT-1  → refused NotPaidYet
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT0S  seller       ShipOrder carrier=sandbox number=OUT-1  → refused PaymentBeingVerified
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+P7D   seller       silent
       · order awaitingShipment
+PT1S  clock        ExpireShipment                          → SellerSanctioned RefundApproved OrderClosed
       · order closed because notShipped
       · money escrow 0, refunding 12.50
+PT0S  seller       ShipOrder carrier=sandbox number=OUT-1  → refused OrderClosed

A13 · At the very instant of the deadline the seller still ships in time
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+P7D   seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
       · order inTransit

A13 · A listing may set its own time to ship
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · ships within P30D
+PT0S  buyer        PayOrder method=card  → PaymentMade
+PT1H  institution  ConfirmPayment        → PaymentConfirmed
       · deadline seller ShipOrder in P30D, else ExpireShipment

A13 · An order may name the instant by which it is shipped
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · ships by +P12D
+PT0S  buyer        PayOrder method=card  → PaymentMade
+PT1H  institution  ConfirmPayment        → PaymentConfirmed
       · deadline seller ShipOrder in P11DT23H, else ExpireShipment

A13 · What is not shipped in time goes back, what is shipped goes on
marketplace aliexpress, taobao
order USD SEED-1 2×5.00 · POT-1 1×7.00 · shipping 2.50
+PT0S    buyer        PayOrder method=card                                           → PaymentMade
+PT1H    institution  ConfirmPayment                                                 → PaymentConfirmed
+P1D     seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×1,POT-1×1  → ParcelShipped
         · order awaitingShipment
+PT0S    seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×1          → refused TrackingNumberAlreadyUsed
+PT0S    seller       ShipOrder carrier=sandbox number=OUT-2 lines=SEED-1×2          → refused QuantityTooHigh
+P1D     carrier      RecordScan number=OUT-1 status=delivered country=DE            → ParcelScanned
         · order awaitingShipment
+P5DT1S  clock        ExpireShipment                                                 → SellerSanctioned LinesCancelled RefundApproved OrderShipped OrderDelivered
         · order delivered
         · line SEED-1, cancelled 1, shipped 1
         · money escrow 14.50, refunding 5.00

A12 · The same fault counts once in an order
marketplace aliexpress
order USD SEED-1 2×50.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                 → ParcelShipped OrderShipped
+P10D  carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=defective amount=1.00 evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                            → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
       · sanction #1 active, reason defective
+PT1H  buyer        OpenClaim ground=defective amount=1.00 evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                            → ClaimAgreed RefundApproved ClaimSettled

A12 · Another fault in the same order counts too
marketplace aliexpress
order USD SEED-1 2×50.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                 → ParcelShipped OrderShipped
+P10D  carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=defective amount=1.00 evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                            → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
+PT1H  buyer        OpenClaim ground=wrongItem amount=1.00 evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                            → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
       · sanction #2 active, reason wrongItem

A12 · A fault whose sanction was lifted counts again
marketplace aliexpress
order USD SEED-1 2×50.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                 → ParcelShipped OrderShipped
+P10D  carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=defective amount=1.00 evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                            → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
+PT1H  seller       AppealSanction note="It was as described"              → SanctionAppealed
+PT1H  mediator     LiftSanction                                           → SanctionLifted
+PT1H  buyer        OpenClaim ground=defective amount=1.00 evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                            → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled

A10 · A request over some units stays open while enough of them wait, and is refused when they do not
marketplace aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+P1D   institution  ConfirmPayment                                                    → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted lines=POT-1×1,SEED-1×1  → CancellationRequested
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×1             → ParcelShipped
       · cancellation #1 requested
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-2 lines=SEED-1×1             → ParcelShipped CancellationRefused
       · cancellation #1 refused

A10 · A request over everything is refused by the first parcel, though other units wait
marketplace aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+P1D   institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted              → CancellationRequested
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×2  → ParcelShipped CancellationRefused

A9 · A carrier without a number, or a number without a carrier, is no shipment
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                                         → PaymentMade
+PT2H  institution  ConfirmPayment                                                               → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted                                    → CancellationRequested
+PT1H  seller       RefuseCancellation carrier=sandbox                                           → refused TrackingNumberNeeded
+PT1H  seller       RefuseCancellation number=OUT-1                                              → refused TrackingNumberNeeded
+PT1H  seller       RefuseCancellation carrier=sandbox number=OUT-1 note="It left this morning"  → CancellationRefused ParcelShipped OrderShipped

A10 · A request over some units stays open while only others are shipped
marketplace aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                     → PaymentMade
+P1D   institution  ConfirmPayment                                           → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted lines=POT-1×1  → CancellationRequested
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×2    → ParcelShipped
       · cancellation #1 requested

A10 · A claim before shipment stands until everything has left
marketplace aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                         → PaymentMade
+P1D   institution  ConfirmPayment                                               → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=notAsDescribed sellerAtFault=yes  → ClaimOpened
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×2        → ParcelShipped
       · claim #1 awaitingSeller
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-2                       → ParcelShipped OrderShipped ClaimRefused
       · claim #1 awaitingBuyer
