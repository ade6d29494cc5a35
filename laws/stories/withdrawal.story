L1 · Not paid yet: the order is closed, and that is all
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · shipping 2.50
+PT1H  buyer  WithdrawFromContract lines=SEED-1×1  → refused NotPaidYet
+PT0S  buyer  WithdrawFromContract                 → ContractWithdrawn OrderClosed
       · order closed because withdrawnFromContract
       · withdrawal #1, lines SEED-1×2, asGuest no, at now
+PT1H  buyer  WithdrawFromContract                 → refused OrderClosed

L1 · While the payment is verified the whole order can be withdrawn from, a part of it not yet
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer  PayOrder method=card                 → PaymentMade
+PT0S  buyer  WithdrawFromContract lines=SEED-1×1  → refused PaymentBeingVerified
+PT0S  buyer  WithdrawFromContract                 → ContractWithdrawn PaymentVoided OrderClosed
       · order closed because withdrawnFromContract
       · payment #1 voided

L1 · Paid and not shipped: everything goes back at once, what the delivery cost too, and nobody can stop it
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · SEED-2 1×3.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                   → PaymentMade
+PT1H  institution  ConfirmPayment                         → PaymentConfirmed
       · buyer may WithdrawFromContract, refund 15.50 to card
+P1D   buyer        WithdrawFromContract lines=SEED-9×1    → refused UnknownLine
+PT0S  buyer        WithdrawFromContract lines=SEED-1×3    → refused QuantityTooHigh
+PT0S  buyer        WithdrawFromContract                   → ContractWithdrawn RefundApproved OrderClosed
       · order closed because withdrawnFromContract
       · refund #1 approved, amount 15.50
       · money escrow 0.00, refunding 15.50
       · operator may not StopRefund on refund #1 because WithdrawnFromContract
+PT0S  operator     StopRefund                             → refused WithdrawnFromContract
+PT2H  clock        SubmitRefund                           → RefundSubmitting
+PT0S  institution  RecordRefundSubmitted reference=ref-1  → RefundSubmitted
+P5D   institution  RecordRefundSettled                    → RefundSettled
       · money refunded 15.50

L1 · Part of the lines before shipment: their price goes back, the rest is shipped
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · SEED-2 1×3.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+P1D   buyer        WithdrawFromContract lines=SEED-1×2     → ContractWithdrawn LinesCancelled RefundApproved
       · order awaitingShipment
       · line SEED-1, cancelled 2
       · refund #1 approved, amount 10.00
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
       · parcel #1, lines SEED-2×1
+PT0S  buyer        WithdrawFromContract lines=SEED-2×1     → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #1 authorized, amount 5.50

L1 · After delivery: no reason, nobody's consent, the buyer posts in two weeks, and all the money goes back with the goods
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
       · buyer may WithdrawFromContract, refund 12.50 to card, arrives in P14D
+P1D   buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
       · order returnStarted
       · withdrawal #1, lines SEED-1×2, at now
       · return #1 authorized, amount 12.50, sellerPays no, withdrawnAt now, rma given
       · deadline buyer PostReturn in P14D, else ExpireReturn
       · buyer may not WithdrawFromContract because AlreadyWithdrawn, instead PostReturn
+PT0S  buyer        WithdrawFromContract                                 → refused AlreadyWithdrawn
+P2D   buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT0S  seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved OrderClosed
       · order closed because withdrawnFromContract
       · refund #1 approved, amount 12.50
       · operator may not StopRefund on refund #1 because WithdrawnFromContract

L1 · The money is early enough to be there two weeks after the notice, though the goods are not
marketplace aliexpress, taobao
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S     buyer        PayOrder method=alipay                                → PaymentMade
+PT1H     institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE   → ParcelScanned OrderDelivered
+P1D      buyer        WithdrawFromContract                                  → ContractWithdrawn ReturnRequested ReturnAuthorized
+P2D      buyer        PostReturn carrier=sandbox number=BACK-1              → ParcelShipped ReturnPosted
          · deadline seller ReceiveReturn in P11D, else ApproveRefund
+P1D      carrier      RecordScan number=BACK-1 status=inTransit country=DE  → ParcelScanned
+PT0S     operator     ExtendDeadline deadline=ApproveRefund by=P5D          → refused NoSuchDeadline
+P10DT1S  clock        ApproveRefund                                         → RefundAuthorized RefundApproved
          · refund #1 approved, amount 12.50, promisedBy in P1D
          · return #1 inTransit
          · order returnStarted
+PT2H     clock        SubmitRefund                                          → RefundSubmitting
+PT0S     institution  RecordRefundSubmitted reference=ref-1                 → RefundSubmitted
+PT1H     institution  RecordRefundSettled                                   → RefundSettled
+P3D      carrier      RecordScan number=BACK-1 status=delivered country=CN  → ParcelScanned
+PT0S     seller       ReceiveReturn condition=asSent                        → ReturnReceived ReturnClosed OrderClosed
          · order closed because withdrawnFromContract

L1 · A card takes fifteen days by the marketplace's own promise: the money leaves as soon as the goods are posted
marketplace aliexpress
order EUR SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=FR  → ParcelScanned OrderDelivered
+P1D   buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
+P2D   buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT1S  clock        ApproveRefund                                        → RefundAuthorized RefundApproved
       · refund #1 approved, amount 10.00, promisedBy in P12D

L1 · In time at the very instant, a second later not
marketplace aliexpress, amazon, taobao · setting protection.afterDelivery=P20D
order EUR SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P14D  buyer        WithdrawFromContract lines=SEED-1×1                  → ContractWithdrawn ReturnRequested ReturnAuthorized
+PT1S  buyer        WithdrawFromContract lines=SEED-1×1                  → refused NoLongerOpen, closed PT1S ago
       · buyer may not WithdrawFromContract because NoLongerOpen, closed PT1S ago

L1 · Two weeks run from the last of the goods
marketplace aliexpress, amazon, taobao
order EUR SEED-1 1×5.00 · SEED-2 1×3.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×1  → ParcelShipped
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-2                 → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned
+P20D  carrier      RecordScan number=OUT-2 status=delivered country=DE    → ParcelScanned OrderDelivered
+P9D   buyer        WithdrawFromContract lines=SEED-1×1                    → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #1 authorized, amount 5.00

L1 · On the way already: the goods go back when they have come
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P1D   buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
       · order returnStarted
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
       · deadline buyer PostReturn in P14D, else ExpireReturn
+P13D  buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT0S  seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved OrderClosed
       · refund #1 approved, amount 12.50

L1 · Withdrawn on the way, and the goods never came: the mediators decide, nobody has to send back what is not there
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S     buyer        PayOrder method=card                    → PaymentMade
+PT1H     institution  ConfirmPayment                          → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P1D      buyer        WithdrawFromContract                    → ContractWithdrawn ReturnRequested ReturnAuthorized
+P73DT1S  clock        ExpireReturn                            → ReturnOverdue ClaimOpened
          · claim #1 inMediation, amount 12.50
+P1D      mediator     DecideClaim amount=12.50 reasons=law    → ClaimDecided
+P7DT1S   clock        ExecuteDecision                         → RefundApproved ClaimSettled ReturnClosed OrderClosed

L1 · Receipt confirmed and the seller paid: what goes back comes from what the seller got
marketplace aliexpress, taobao
order EUR SEED-1 2×5.00 · shipping 2.50 · commission 1.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        ConfirmReceipt                                       → ReceiptConfirmed EscrowReleased OrderCompleted
       · account seller/cactus 11.50
       · buyer may WithdrawFromContract, refund 12.50 to card
+P5D   buyer        WithdrawFromContract                                 → OrderReopened ContractWithdrawn ReturnRequested ReturnAuthorized
       · order returnStarted
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT0S  seller       ReceiveReturn condition=asSent                       → ReturnReceived SellerDebited RefundApproved OrderClosed
       · order closed because withdrawnFromContract
       · account seller/cactus 0.00
       · account platform/commission 0.00
       · money released 0.00, refunding 12.50

L1 · A completed order whose goods are not posted is completed again
marketplace aliexpress, taobao
order EUR SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                                 → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H     buyer        ConfirmReceipt                                       → ReceiptConfirmed EscrowReleased OrderCompleted
+P5D      buyer        WithdrawFromContract                                 → OrderReopened ContractWithdrawn ReturnRequested ReturnAuthorized
+P14DT1S  clock        ExpireReturn                                         → ReturnExpired ReturnsEnded OrderCompleted
          · order completed

L1 · Not posted in time: the goods stay with the buyer, the money with the seller
marketplace amazon
order EUR SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                                 → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D      buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
+P14DT1S  clock        ExpireReturn                                         → ReturnExpired ReturnsEnded
          · order delivered
+P15D     clock        ReleaseEscrow                                        → EscrowReleased OrderCompleted

L1 · The way out is paid back with the last line
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · SEED-2 1×3.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        WithdrawFromContract lines=SEED-1×2                  → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #1 authorized, amount 10.00
+P1D   buyer        WithdrawFromContract lines=SEED-2×1                  → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #2 authorized, amount 3.00
       · withdrawal #2, lines SEED-2×1
+PT0S  buyer        PostReturn return=#1 carrier=sandbox number=BACK-1   → ParcelShipped ReturnPosted
+PT0S  seller       ReceiveReturn return=#1 condition=asSent             → ReturnReceived RefundApproved
       · refund #1 approved, amount 10.00
+PT0S  buyer        PostReturn return=#2 carrier=sandbox number=BACK-2   → ParcelShipped ReturnPosted
+PT0S  seller       ReceiveReturn return=#2 condition=asSent             → ReturnReceived RefundApproved OrderClosed
       · refund #2 approved, amount 5.50
       · order closed because withdrawnFromContract

L1 · One parcel is there, the other not sent yet: the one goes back, the other never leaves
marketplace aliexpress, amazon, taobao
order EUR SEED-1 1×5.00 · SEED-2 1×3.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×1  → ParcelShipped
+P2D   carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned
+P1D   buyer        WithdrawFromContract                                   → ContractWithdrawn LinesCancelled RefundApproved OrderShipped OrderDelivered ReturnRequested ReturnAuthorized
       · refund #1 approved, amount 3.00
       · return #1 authorized, amount 7.50
       · order returnStarted

L1 · It ends an open request to cancel, in the buyer's favour
marketplace aliexpress
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
+P1D   buyer        RequestCancellation reason=noLongerWanted  → CancellationRequested
+P1D   buyer        WithdrawFromContract                       → ContractWithdrawn CancellationAccepted RefundApproved OrderClosed
       · cancellation #1 accepted
       · order closed because withdrawnFromContract
       · event CancellationAccepted by buyer because withdrawnFromContract

L1 · It ends an open claim over the same goods, in the buyer's favour
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                                → PaymentMade
+PT1H  institution  ConfirmPayment                                                      → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                              → ParcelShipped OrderShipped
+P6D   carrier      RecordScan number=OUT-1 status=delivered country=DE                 → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=defective remedy=money amount=4.00 evidence=crack  → ClaimOpened
+PT1H  seller       RefuseClaim                                                         → ClaimRefused
+PT1H  buyer        WithdrawFromContract                                                → ContractWithdrawn ClaimSettled ReturnRequested ReturnAuthorized
       · claim #1 settled
       · return #1 authorized, amount 12.50

L1 · A claim over other lines goes on beside it
marketplace amazon
order EUR SEED-1 2×5.00 · SEED-2 1×3.00
+PT0S  buyer        PayOrder method=card                                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                 → ParcelShipped OrderShipped
+P6D   carrier      RecordScan number=OUT-1 status=delivered country=DE                    → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=defective remedy=money lines=SEED-2×1 evidence=crack  → ClaimOpened
+PT1H  buyer        WithdrawFromContract lines=SEED-1×2                                    → ContractWithdrawn ReturnRequested ReturnAuthorized
       · claim #1 awaitingSeller, amount 3.00
+PT1H  seller       AcceptClaim                                                            → ClaimAgreed RefundApproved ClaimSettled
       · return #1 authorized
       · refund #1 approved, amount 3.00

L1 · Goods that go back by agreement for less go back for all that was paid
marketplace aliexpress, taobao
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT1H  institution  ConfirmPayment                                                    → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                            → ParcelShipped OrderShipped
+P6D   carrier      RecordScan number=OUT-1 status=delivered country=DE               → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=noLongerWanted remedy=goodsAndMoney amount=6.00  → ClaimOpened
+PT1H  seller       AcceptClaim                                                       → ReturnRequested ReturnAuthorized ClaimAgreed
       · return #1 authorized, amount 6.00
+PT1H  buyer        WithdrawFromContract                                              → ContractWithdrawn ClaimSettled ReturnTakenOver
       · claim #1 settled
       · return #1 authorized, amount 12.50, claimId none
+P2D   buyer        PostReturn carrier=sandbox number=BACK-1                          → ParcelShipped ReturnPosted
+PT0S  seller       ReceiveReturn condition=asSent                                    → ReturnReceived RefundApproved OrderClosed
       · refund #1 approved, amount 12.50

L1 · A return that waits for the seller's consent needs none any more, and cannot be called off
marketplace amazon
order EUR SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
       · return #1 requested, amount 10.00
+PT1H  buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnTakenOver ReturnAuthorized
       · return #1 authorized, amount 12.50
       · seller may not CallOffReturn because WithdrawnFromContract
       · buyer may not CancelReturn because WithdrawnFromContract
+PT0S  seller       CallOffReturn                                        → refused WithdrawnFromContract
+PT0S  buyer        CancelReturn                                         → refused WithdrawnFromContract
+PT1H  seller       ApproveRefund amount=4.00                            → RefundAuthorized RefundApproved
+P2D   buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT0S  seller       ReceiveReturn condition=asSent                       → ReturnReceived RefundApproved OrderClosed
       · refund #2 approved, amount 8.50

L1 · With a replacement on its way there is nothing left to withdraw from
marketplace amazon
order EUR SEED-1 1×5.00
+PT0S  buyer        PayOrder method=card                                       → PaymentMade
+PT1H  institution  ConfirmPayment                                             → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                     → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE        → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×1:defective remedy=replacement  → ReturnRequested
+PT0S  seller       AuthorizeReturn                                            → ReturnAuthorized
+PT0S  seller       ShipReplacement carrier=sandbox number=NEW-1               → ParcelShipped ReplacementShipped
+PT0S  buyer        WithdrawFromContract                                       → refused ReplacementOnItsWay

L1 · Some goods are excepted
marketplace aliexpress, amazon, taobao
order EUR RING-1 1×50.00 excepted customMade · BRUSH-1 1×4.00 final sale · SEED-1 1×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        WithdrawFromContract lines=RING-1×1                  → refused ExceptedFromWithdrawal
+PT0S  buyer        WithdrawFromContract lines=BRUSH-1×1                 → refused FinalSale
+PT0S  buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #1 authorized, amount 5.00, lines SEED-1×1
       · buyer may not WithdrawFromContract because ExceptedFromWithdrawal

L1 · Goods that come back damaged: the mediators decide, and a withdrawal is no way around them
marketplace aliexpress, amazon, taobao
order EUR SEED-1 2×5.00
+PT0S  buyer        PayOrder method=alipay                               → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=damaged                      → ReturnReceived ClaimOpened ReturnsEnded
       · claim #1 inMediation, amount 10.00
+P1D   mediator     DecideClaim amount=7.00 reasons=evidence             → ClaimDecided

L1 · Posted, seen by the carrier and lost: the money stays with the buyer
marketplace amazon
order EUR SEED-1 2×5.00
+PT0S      buyer        PayOrder method=card                                 → PaymentMade
+PT1H      institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H      seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D       carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D       buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
+P1D       buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P1D       carrier      RecordScan number=BACK-1 status=accepted country=DE  → ParcelScanned
+P6DT1S    clock        ApproveRefund                                        → RefundAuthorized RefundApproved
+PT2H      clock        SubmitRefund                                         → RefundSubmitting
+PT0S      institution  RecordRefundSubmitted reference=ref-1                → RefundSubmitted
+P1D       institution  RecordRefundSettled                                  → RefundSettled
+P51DT22H  clock        ExpireReturn                                         → ReturnExpired OrderClosed
           · money refunded 10.00

L1 · Posted with a number that no carrier ever saw: what was given is charged back
marketplace amazon
order EUR SEED-1 2×5.00
+PT0S      buyer        PayOrder method=card                                 → PaymentMade
+PT1H      institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H      seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D       carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D       buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
+P1D       buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+P7DT1S    clock        ApproveRefund                                        → RefundAuthorized RefundApproved
+PT2H      clock        SubmitRefund                                         → RefundSubmitting
+PT0S      institution  RecordRefundSubmitted reference=ref-1                → RefundSubmitted
+P1D       institution  RecordRefundSettled                                  → RefundSettled
+P51DT22H  clock        ExpireReturn                                         → ReturnExpired AdvanceChargedBack ReturnsEnded

L1 · Where no such law holds the marketplace has no such action
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · buyer bob in US
+PT0S  buyer  WithdrawFromContract  → refused NotInThisMarketplace

L1 · In the United Kingdom the money's two weeks run from the posting
marketplace aliexpress, taobao
order GBP SEED-1 2×5.00 · shipping 2.50 · buyer kate in GB
+PT0S     buyer        PayOrder method=alipay                               → PaymentMade
+PT1H     institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=GB  → ParcelScanned OrderDelivered
+P1D      buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
          · return #1 authorized, amount 12.50
+P2D      buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
          · deadline seller ReceiveReturn in P13D, else ApproveRefund
+P13DT1S  clock        ApproveRefund                                        → RefundAuthorized RefundApproved
          · refund #1 approved, amount 12.50, promisedBy in P1D

L1 · A shorter window of the marketplace's own gives way to the law's
marketplace amazon · setting return.window=P7D
order EUR SEED-1 2×5.00 · fulfilled by platform
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P10D  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested ReturnAuthorized
+P5D   buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → refused NoLongerOpen, closed P1D ago

L1 · Completed without a recorded delivery, and withdrawn from: the order is on the way again
marketplace aliexpress
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S     buyer        PayOrder method=card                    → PaymentMade
+PT1H     institution  ConfirmPayment                          → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P60DT1S  clock        ReleaseEscrow                           → EscrowReleased OrderCompleted
+P1D      buyer        WithdrawFromContract                    → OrderReopened ContractWithdrawn ReturnRequested ReturnAuthorized

L1 · A claim over one line ends by a withdrawal from it, one over another line stays
marketplace aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                     → PaymentMade
+PT1H  institution  ConfirmPayment                                           → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                   → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE      → ParcelScanned OrderDelivered
+P7D   buyer        OpenClaim ground=defective lines=POT-1×1 evidence=photo  → ClaimOpened
+PT1H  buyer        WithdrawFromContract lines=SEED-1×1                      → ContractWithdrawn ReturnRequested ReturnAuthorized
       · claim #1 awaitingSeller
+PT1H  buyer        WithdrawFromContract lines=POT-1×1                       → ContractWithdrawn ClaimSettled ReturnRequested ReturnAuthorized
       · claim #1 settled

L1 · A claim over the whole order stays where the withdrawal is from a part of it
marketplace aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                 → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned OrderDelivered
+P7D   buyer        OpenClaim ground=defective amount=3.00 evidence=photo  → ClaimOpened
+PT1H  buyer        WithdrawFromContract lines=SEED-1×2                    → ContractWithdrawn ReturnRequested ReturnAuthorized
       · claim #1 awaitingSeller

L1 · A return of one line that is under way is not taken over by a withdrawal from another
marketplace amazon
order USD SEED-1 2×5.00 · POT-1 1×7.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H  buyer        WithdrawFromContract lines=POT-1×1                   → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #1 requested
       · return #2 authorized, lines POT-1×1
+PT1H  buyer        WithdrawFromContract lines=SEED-1×2                  → ContractWithdrawn ReturnTakenOver ReturnAuthorized ReturnRequested ReturnAuthorized
       · return #1 authorized, shippingBack yes
       · return #3 authorized, lines SEED-1×1

L1 · A return that was declined is none that a withdrawal takes over
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H  seller       DeclineReturn note="It was used"                     → ReturnDeclined ReturnsEnded
+PT1H  buyer        WithdrawFromContract lines=SEED-1×2                  → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #2 authorized, lines SEED-1×2

L1 · A claim that asked for the goods is over once the buyer withdraws from them
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=alipay                                                           → PaymentMade
+PT1H  institution  ConfirmPayment                                                                   → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                           → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE                              → ParcelScanned OrderDelivered
+P7D   buyer        OpenClaim ground=notAsDescribed remedy=goodsAndMoney amount=8.00 evidence=photo  → ClaimOpened
+PT1H  seller       AcceptClaim                                                                      → ReturnRequested ReturnAuthorized ClaimAgreed
+PT1H  buyer        WithdrawFromContract                                                             → ContractWithdrawn ClaimSettled ReturnTakenOver
       · claim #1 settled

L1 · A request over some units goes on beside a withdrawal from others, and ends by one from them
marketplace aliexpress
order USD SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                     → PaymentMade
+PT1H  institution  ConfirmPayment                                           → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=noLongerWanted lines=POT-1×1  → CancellationRequested
+PT1H  buyer        WithdrawFromContract lines=SEED-1×1                      → ContractWithdrawn LinesCancelled RefundApproved
       · cancellation #1 requested
+PT1H  buyer        WithdrawFromContract lines=POT-1×1                       → ContractWithdrawn CancellationAccepted LinesCancelled RefundApproved
       · cancellation #1 accepted

T4, L1 · What was given on a false proof of posting cannot be charged back: the buyer owes it
marketplace aliexpress
order EUR SEED-1 2×5.00
+PT0S      buyer        PayOrder method=card                                 → PaymentMade
+PT1H      institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H      seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D       carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D       buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
+P1D       buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT1S      clock        ApproveRefund                                        → RefundAuthorized RefundApproved
+PT2H      institution  RecordRefundSubmitted reference=ref-1                → RefundSubmitted
+P1D       institution  RecordRefundSettled                                  → RefundSettled
+P58DT22H  clock        ExpireReturn                                         → ReturnExpired AdvanceChargedBack ReturnsEnded
+P1D       institution  RecordReversalImpossible reason=accountClosed        → ReversalImpossible OrderClosed
           · money refunded 10.00, owed 10.00

T4, L1 · What was given on a false proof of posting cannot be charged back: the buyer owes it, in Britain too
marketplace aliexpress
order EUR SEED-1 2×5.00 · buyer bob in GB
+PT0S      buyer        PayOrder method=card                                 → PaymentMade
+PT1H      institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H      seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D       carrier      RecordScan number=OUT-1 status=delivered country=GB  → ParcelScanned OrderDelivered
+P1D       buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnRequested ReturnAuthorized
+P1D       buyer        PostReturn carrier=sandbox number=BACK-1             → ParcelShipped ReturnPosted
+PT1S      clock        ApproveRefund                                        → RefundAuthorized RefundApproved
+PT2H      institution  RecordRefundSubmitted reference=ref-1                → RefundSubmitted
+P1D       institution  RecordRefundSettled                                  → RefundSettled
+P58DT22H  clock        ExpireReturn                                         → ReturnExpired AdvanceChargedBack ReturnsEnded
+P1D       institution  RecordReversalImpossible reason=accountClosed        → ReversalImpossible OrderClosed
           · money refunded 10.00, owed 10.00

L1, A14 · The carrier's word that comes after the buyer's own changes nothing of when the goods were there
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   buyer        ConfirmReceipt                                       → ReceiptConfirmed EscrowReleased OrderCompleted
+P1D   buyer        WithdrawFromContract                                 → OrderReopened ContractWithdrawn ReturnRequested ReturnAuthorized
+P1D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned

L1 · Where nothing that costs anything is left the order closes, and the gift that is out already is the buyer's
marketplace aliexpress
order EUR SEED-1 2×5.00 · GIFT-1 1×0.00 · BRUSH-1 1×0.00 final sale
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=GIFT-1×1  → ParcelShipped
+PT1H  buyer        WithdrawFromContract                                   → ContractWithdrawn LinesCancelled RefundApproved OrderClosed

L1 · A request over all that was not shipped ends by a withdrawal from those units, the rest goes on
marketplace aliexpress
order EUR SEED-1 2×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                   → PaymentMade
+PT1H  institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×1  → ParcelShipped
+PT1H  buyer        RequestCancellation reason=noLongerWanted              → CancellationRequested
+PT1H  buyer        WithdrawFromContract lines=SEED-1×1                    → ContractWithdrawn LinesCancelled RefundApproved
       · cancellation #1 requested
+PT1H  buyer        WithdrawFromContract lines=POT-1×1                     → ContractWithdrawn CancellationAccepted LinesCancelled RefundApproved OrderShipped
       · cancellation #1 accepted

L1 · Goods of a claim that came back damaged are the mediators' to decide over, whatever else the buyer withdraws from
marketplace aliexpress
order EUR SEED-1 1×5.00 · POT-1 1×7.00
+PT0S  buyer        PayOrder method=card                                        → PaymentMade
+PT1H  institution  ConfirmPayment                                              → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                      → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE         → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=other remedy=goodsAndMoney lines=SEED-1×1  → ClaimOpened
+PT1H  seller       AcceptClaim                                                 → ReturnRequested ReturnAuthorized ClaimAgreed
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1                    → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=damaged                             → ReturnReceived ClaimEscalated ReturnsEnded
+PT1H  buyer        WithdrawFromContract lines=POT-1×1                          → ContractWithdrawn ReturnRequested ReturnAuthorized
       · claim #1 inMediation

L1 · Units that nobody has asked back yet go first; what is on its way back is taken over once it is meant too
marketplace amazon
order EUR SEED-1 2×5.00 · POT-1 2×7.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=POT-1×1:noLongerWanted           → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT1H  buyer        WithdrawFromContract lines=SEED-1×1,POT-1×1          → ContractWithdrawn ReturnRequested ReturnAuthorized
       · return #1 authorized, amount 7.00
       · return #2 authorized, amount 12.00
+PT1H  buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnTakenOver ReturnRequested ReturnAuthorized
       · return #1 authorized, amount 7.00

L1 · All goods of which some are asked back: the rest alone goes into the withdrawal's own return
marketplace amazon
order EUR SEED-1 2×5.00 · POT-1 3×7.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=POT-1×1:noLongerWanted           → ReturnRequested
+PT0S  seller       AuthorizeReturn                                      → ReturnAuthorized
+PT0S  buyer        RequestReturn lines=SEED-1×2:noLongerWanted          → ReturnRequested
+PT1H  buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnTakenOver ReturnTakenOver ReturnAuthorized ReturnRequested ReturnAuthorized
       · return #1 authorized, amount 7.00
       · return #2 authorized, amount 10.00
       · return #3 authorized, amount 14.00

L1 · What the bank has given back already is not given again with the goods
marketplace aliexpress
order EUR SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                     → PaymentMade
+PT1H  institution  ConfirmPayment                                           → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                   → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE      → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=other remedy=goodsAndMoney amount=6.00  → ClaimOpened
+PT0S  seller       AcceptClaim                                              → ReturnRequested ReturnAuthorized ClaimAgreed
+PT1H  institution  OpenChargeback amount=3.00                               → ChargebackOpened
+PT1H  institution  CloseChargeback outcome=lost                             → ChargebackLost
+PT1H  buyer        WithdrawFromContract                                     → ContractWithdrawn ClaimSettled ReturnTakenOver
       · return #1 authorized, amount 7.00

L1 · A claim over all of an order stays where the withdrawal leaves out a gift that came with it
marketplace aliexpress
order EUR SEED-1 1×5.00 · GIFT-1 1×0.00
+PT0S  buyer        PayOrder method=card                                    → PaymentMade
+PT1H  institution  ConfirmPayment                                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                  → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE     → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=defective remedy=money evidence=photo  → ClaimOpened
+PT1H  buyer        WithdrawFromContract lines=SEED-1×1                     → ContractWithdrawn ReturnRequested ReturnAuthorized
       · claim #1 awaitingSeller

L1 · Of two returns of a line the one that was declined is not taken over, the one under way is
marketplace amazon
order EUR SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT1H  seller       DeclineReturn note="It was used"                     → ReturnDeclined ReturnsEnded
+PT1H  buyer        RequestReturn lines=SEED-1×1:defective               → ReturnRequested
+PT1H  buyer        WithdrawFromContract                                 → ContractWithdrawn ReturnTakenOver ReturnAuthorized ReturnRequested ReturnAuthorized
       · return #1 declined
       · return #2 authorized, amount 5.00
       · return #3 authorized, amount 5.00

L1 · A return of several lines is taken over whole by a withdrawal from one of them, a return of another line is not
marketplace amazon
order EUR SEED-1 2×5.00 · POT-1 1×7.00 · CUP-1 1×3.00
+PT0S  buyer        PayOrder method=card                                                → PaymentMade
+PT1H  institution  ConfirmPayment                                                      → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                              → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE                 → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=CUP-1×1:noLongerWanted                          → ReturnRequested
+PT1H  buyer        RequestReturn lines=POT-1×1:noLongerWanted,SEED-1×2:noLongerWanted  → ReturnRequested
+PT1H  buyer        WithdrawFromContract lines=SEED-1×2                                 → ContractWithdrawn ReturnTakenOver ReturnAuthorized
       · return #1 requested
       · return #2 authorized, amount 17.00

L1, X6 · Withdrawn from after the seller was paid, part given, nothing posted: the refund that is to be charged back fails, and its money is the seller's again
marketplace amazon
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                     → PaymentMade
+PT1H     institution  ConfirmPayment                           → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1   → ParcelShipped OrderShipped
+P60DT1S  clock        ReleaseEscrow                            → EscrowReleased OrderCompleted
+PT1H     buyer        WithdrawFromContract                     → OrderReopened ContractWithdrawn ReturnRequested ReturnAuthorized
+P13D     seller       ApproveRefund amount=5.00                → RefundAuthorized SellerDebited RefundApproved
+PT2H     clock        SubmitRefund                             → RefundSubmitting
+PT22H1S  clock        ExpireReturn                             → ReturnExpired ChargeBackDue ReturnsEnded
+PT1M     institution  RecordRefundUnknown                      → RefundUnknown
+PT1M     institution  RecordRefundFailed reason=accountClosed  → RefundFailed
          clock        ReleaseEscrow                            → EscrowReleased OrderCompleted
