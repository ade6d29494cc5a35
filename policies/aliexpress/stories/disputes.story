A16 · A dispute can be opened from six days after shipping
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S           buyer        PayOrder method=card                    → PaymentMade
+PT1H           institution  ConfirmPayment                          → PaymentConfirmed
+PT0S           buyer        OpenClaim ground=notTracked             → refused NotShippedYet
+PT1H           seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P5DT23H59M59S  buyer        OpenClaim ground=notTracked             → refused NotOpenYet, opens in PT1S
+PT1S           buyer        OpenClaim ground=notTracked             → ClaimOpened
                · claim #1 awaitingSeller, ground notTracked, stage onTheWay, fault seller, amount 10.00, remedy money

A16 · A dispute can be opened until the protection ends, also when the goods are there
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P1D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
       · buyer may OpenClaim, opens in P5D
+P1D   buyer        OpenClaim ground=defective evidence=photo            → refused NotOpenYet, opens in P4D
+P14D  buyer        OpenClaim ground=defective evidence=photo            → ClaimOpened
       · claim #1 awaitingSeller, stage afterDelivery

A16 · After the protection has ended it is too late
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                    → PaymentMade
+PT1H     institution  ConfirmPayment                          → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P60DT1S  clock        ReleaseEscrow                           → EscrowReleased OrderCompleted
+PT0S     buyer        OpenClaim ground=notTracked             → refused OrderCompleted

A17 · On the way a dispute rests on the parcel, not on the goods
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                       → PaymentMade
+PT1H  institution  ConfirmPayment                             → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1     → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=defective evidence=photo  → refused GroundNotPossibleNow
+PT0S  buyer        OpenClaim ground=wrongDestination          → ClaimOpened
       · claim #1 awaitingSeller, fault seller
+PT0S  buyer        WithdrawClaim                              → ClaimWithdrawn
+PT0S  buyer        OpenClaim ground=deliveryRunningOut        → ClaimOpened
       · claim #2 awaitingSeller, fault carrier

A17 · A defect needs evidence, and evidence may be added later by either side
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                                → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE                                   → ParcelScanned OrderDelivered
+PT0S  buyer        AddEvidence evidence=photo                                                            → refused NoOpenClaim
+PT1H  buyer        OpenClaim ground=defective                                                            → refused EvidenceNeeded
+PT0S  buyer        OpenClaim ground=missingItems evidence=strangersPhoto                                 → refused EvidenceNotFound
+PT0S  buyer        OpenClaim ground=missingItems evidence=photo lines=SEED-1×1 note="One bag was empty"  → ClaimOpened
       · claim #1 awaitingSeller, ground missingItems, evidence evi_photo, amount 5.00, lines SEED-1×1
+PT1H  seller       AddEvidence evidence=packingVideo                                                     → EvidenceAdded
       · claim #1 awaitingSeller, evidence evi_photo+evi_packingVideo
+PT0S  seller       AddEvidence evidence=strangersPhoto                                                   → refused EvidenceNotFound
+PT1H  buyer        WithdrawClaim                                                                         → ClaimWithdrawn
+PT0S  buyer        AddEvidence evidence=photo2                                                           → refused ClaimAlreadyEnded

A18 · The buyer asks for money only, up to what was paid
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                           → PaymentMade
+PT1H  institution  ConfirmPayment                                                 → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                         → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut remedy=money amount=12.51  → refused AmountTooHigh
+PT0S  buyer        OpenClaim ground=deliveryRunningOut remedy=money amount=12.50  → ClaimOpened
+PT0S  buyer        OpenClaim ground=wrongDestination                              → refused ClaimOpen

A18 · The buyer asks for the return of goods and money: the money goes back when the seller has the goods
marketplace aliexpress, taobao
order USD SEED-1 2×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                            → PaymentMade
+PT1H  institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=wrongItem remedy=goodsAndMoney evidence=photo  → ClaimOpened
       · seller may AcceptClaim, refund 12.50 to card, if accepted
+P1D   seller       AcceptClaim                                                     → ReturnRequested ReturnAuthorized ClaimAgreed
       · order returnStarted
       · claim #1 awaitingGoods
       · return #1 authorized, lines SEED-1×2, sellerPays yes, labelWanted yes
       · money escrow 12.50, refunding 0
+PT0S  seller       AcceptClaim                                                     → refused ClaimAlreadyAgreed
+PT0S  carrier      RecordLabel number=LABEL-1                                      → ParcelShipped LabelIssued
       · return #1 authorized, label.trackingNumber LABEL-1
+PT0S  carrier      RecordLabel number=LABEL-2                                      → refused ReturnAlreadyAuthorized
+P2D   buyer        PostReturn carrier=sandbox number=LABEL-1                       → ReturnPosted
       · return #1 inTransit
+P5D   carrier      RecordScan number=LABEL-1 status=delivered country=CN           → ParcelScanned
       · deadline seller ReceiveReturn in P10D, else ReceiveReturn
+P1D   seller       ReceiveReturn condition=asSent                                  → ReturnReceived RefundApproved SellerSanctioned ClaimSettled OrderClosed
       · refund #1 approved, amount 12.50
       · claim #1 settled
       · order closed because refunded
       · return #1 received
+PT2H  institution  RecordRefundSubmitted reference=bank-1                          → RefundSubmitted
+P3D   institution  RecordRefundSettled                                             → RefundSettled ReturnClosed
       · return #1 closed
       · money refunded 12.50

A18 · Not needed any more: the seller must agree, and the buyer pays the postage back
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=noLongerWanted remedy=money         → refused RemedyNotPossible
+PT0S  buyer        OpenClaim ground=noLongerWanted                      → ClaimOpened
       · claim #1 awaitingSeller, remedy goodsAndMoney, fault buyer, silence escalates
+P1D   seller       AcceptClaim                                          → ReturnRequested ReturnAuthorized ClaimAgreed
       · return #1 authorized, sellerPays no, labelWanted no
       · claim #1 awaitingGoods

A19 · The seller refuses, the buyer answers with another offer, the seller accepts it
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                           → PaymentMade
+PT1H  institution  ConfirmPayment                                                 → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                         → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=notTracked                                    → ClaimOpened
       · seller may not AcceptOffer because NoOfferToAccept
+P1D   seller       RefuseClaim note="It is on its way"                            → ClaimRefused
       · claim #1 awaitingBuyer
       · no deadline AcceptClaim
+PT0S  seller       RefuseClaim                                                    → refused ClaimAlreadyAnswered
+P1D   buyer        AcceptOffer                                                    → refused NoOfferToAccept
+PT0S  buyer        MakeOffer remedy=money amount=99.00                            → refused AmountTooHigh
+PT0S  buyer        MakeOffer remedy=money amount=6.00 note="Six and we are done"  → OfferMade
       · claim #1 awaitingSeller, amount 6.00
       · deadline seller AcceptClaim in P5D, else AcceptClaim
       · buyer may not AcceptOffer because NoOfferToAccept
       · seller may AcceptOffer, refund 6.00 to card
+P1D   seller       AcceptOffer                                                    → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
       · claim #1 settled, agreed.amount 6.00
       · order inTransit
       · money escrow 4.00, refunding 6.00

A19 · The seller offers something else, as often as needed, and the buyer accepts the latest
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=notAsDescribed evidence=photo       → ClaimOpened
+P1D   seller       MakeOffer remedy=money amount=2.00                   → OfferMade
       · claim #1 awaitingBuyer, amount 10.00
+PT1H  seller       MakeOffer remedy=goodsAndMoney amount=10.00          → OfferMade
       · buyer may AcceptOffer, refund 10.00 to card, if accepted
+PT1H  seller       MakeOffer remedy=money amount=4.00                   → OfferMade
       · buyer may AcceptOffer, refund 4.00 to card
+P1D   buyer        AcceptOffer                                          → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
       · claim #1 settled, agreed.amount 4.00
       · refund #1 approved, amount 4.00

A19 · An offer to take the goods back is accepted
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                         → PaymentMade
+PT1H  institution  ConfirmPayment                                               → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                       → ParcelShipped OrderShipped
+P7D   carrier      RecordScan number=OUT-1 status=delivered country=DE          → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=notAsDescribed evidence=photo remedy=money  → ClaimOpened
+P1D   seller       MakeOffer remedy=goodsAndMoney amount=10.00                  → OfferMade
+P1D   buyer        AcceptOffer                                                  → ReturnRequested ReturnAuthorized ClaimAgreed
       · claim #1 awaitingGoods, agreed.remedy goodsAndMoney
       · order returnStarted

A19 · What the buyer asks anew replaces the offer made before
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=notTracked             → ClaimOpened
+PT1H  buyer        MakeOffer remedy=money amount=3.00      → OfferMade
+PT1H  buyer        ReviseClaim amount=10.00                → ClaimRevised
       · seller may AcceptClaim, refund 10.00 to card
+PT1H  seller       AcceptOffer                             → refused NoOfferToAccept

A19 · Five days of silence settle the dispute as the buyer asked
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                  → PaymentMade
+PT1H  institution  ConfirmPayment                                        → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=notTracked remedy=money amount=4.00  → ClaimOpened
+P5D   seller       silent
       · claim #1 awaitingSeller
+PT1S  clock        AcceptClaim                                           → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
       · claim #1 settled
       · refund #1 approved, amount 4.00
       · order inTransit

A19 · At the very instant the seller still answers in time
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=notTracked             → ClaimOpened
+P5D   seller       RefuseClaim                             → ClaimRefused
+P11D  buyer        silent
       · claim #1 awaitingBuyer

A19 · The five days start anew with each thing that the buyer asks, and silence grants the last one
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                          → PaymentMade
+PT1H    institution  ConfirmPayment                                                → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                        → ParcelShipped OrderShipped
+P7D     buyer        OpenClaim ground=notTracked                                   → ClaimOpened
+P4D     buyer        ReviseClaim                                                   → refused NothingSaid
+PT0S    buyer        ReviseClaim amount=8.00 note="I would be content with eight"  → ClaimRevised
         · deadline seller AcceptClaim in P5D, else AcceptClaim
+P4D     seller       MakeOffer remedy=money amount=1.00                            → OfferMade
+P1D     buyer        MakeOffer remedy=money amount=7.00                            → OfferMade
         · deadline seller AcceptClaim in P5D, else AcceptClaim
+P5DT1S  clock        AcceptClaim                                                   → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
         · refund #1 approved, amount 7.00

A19, A20 · Not needed any more is never granted by silence: it goes on to the mediators
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                    → PaymentMade
+PT1H    institution  ConfirmPayment                          → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P7D     buyer        OpenClaim ground=noLongerWanted         → ClaimOpened
         · deadline seller AcceptClaim in P16D, else EscalateClaim
+P5DT1S  seller       silent
         · claim #1 awaitingSeller
+P11D    clock        EscalateClaim                           → ClaimEscalated
         · claim #1 inMediation

A19 · A buyer's silence to an offer changes nothing until it becomes a complaint
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=notTracked             → ClaimOpened
+P1D   seller       MakeOffer remedy=money amount=1.00      → OfferMade
       · deadline buyer AcceptOffer in P15D, else EscalateClaim
+P15D  buyer        silent
       · claim #1 awaitingBuyer
+PT1S  clock        EscalateClaim                           → ClaimEscalated
       · claim #1 inMediation
       · deadline mediator DecideClaim in P30D, else EscalateClaim

A20 · The button makes it a complaint at once, and the mediators give a part of the money
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                                           → PaymentMade
+PT1H  institution  ConfirmPayment                                                                 → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                                         → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut                                            → ClaimOpened
       · mediator may not DecideClaim because ClaimNotInMediation
+PT0S  mediator     DecideClaim amount=5.00                                                        → refused ClaimNotInMediation
+PT0S  mediator     DecideClaim claim=#none amount=5.00                                            → refused NoSuchTarget
+PT1H  buyer        EscalateClaim                                                                  → ClaimEscalated
       · claim #1 inMediation
       · seller may not AcceptClaim because ClaimInMediation
+PT0S  operator     DecideClaim amount=10.00                                                       → refused StillWithTheMediators
+PT0S  buyer        AppealDecision                                                                 → refused ClaimNotDecided
+P2D   mediator     DecideClaim amount=11.00                                                       → refused AmountTooHigh
+PT0S  mediator     DecideClaim amount=5.00 reasons=sympathy                                       → refused ReasonUnknownHere
+PT0S  mediator     DecideClaim amount=5.00 remedy=money reasons=evidence,policy note="Half each"  → ClaimDecided
       · claim #1 decided
       · deadline buyer AppealDecision in P7D, else ExecuteDecision
       · money escrow 10.00, refunding 0
+PT0S  mediator     DecideClaim amount=6.00                                                        → refused ClaimDecided
+P7D   buyer        silent
       · claim #1 decided
+PT1S  clock        ExecuteDecision                                                                → RefundApproved ClaimSettled
       · claim #1 settled
       · refund #1 approved, amount 5.00

A20 · The mediators give nothing, and the order goes on
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                     → PaymentMade
+PT1H    institution  ConfirmPayment                           → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1   → ParcelShipped OrderShipped
+P7D     buyer        OpenClaim ground=deliveryRunningOut      → ClaimOpened
+PT1H    seller       EscalateClaim                            → ClaimEscalated
+P2D     mediator     DecideClaim amount=0 reasons=noEvidence  → ClaimDecided
+P7DT1S  clock        ExecuteDecision                          → ClaimSettled
         · order inTransit
         · money escrow 10.00
         · no sanction
         · no refund

A20 · The mediators give all the money for the goods
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                            → PaymentMade
+PT1H    institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D     carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+PT1H    buyer        OpenClaim ground=defective evidence=photo                       → ClaimOpened
+PT1H    buyer        EscalateClaim                                                   → ClaimEscalated
+P2D     mediator     DecideClaim amount=10.00 remedy=goodsAndMoney reasons=evidence  → ClaimDecided
+P7DT1S  clock        ExecuteDecision                                                 → ReturnRequested ReturnAuthorized ClaimAgreed
         · claim #1 awaitingGoods
         · order returnStarted
+P1D     buyer        PostReturn carrier=sandbox number=BACK-1                        → ParcelShipped ReturnPosted
+P1D     seller       ReceiveReturn condition=asSent                                  → ReturnReceived RefundApproved SellerSanctioned ClaimSettled OrderClosed
         · order closed because refunded

A20 · Mediators who stay silent lose the case to an operator, and then the buyer's last request is granted
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                             → PaymentMade
+PT1H  institution  ConfirmPayment                                   → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H  buyer        EscalateClaim                                    → ClaimEscalated
+P30D  mediator     silent
       · deadline mediator DecideClaim now, else EscalateClaim
+PT1S  clock        EscalateClaim                                    → ClaimOverdue
       · claim #1 inMediation, overdueAt now
       · deadline operator DecideClaim in P30D, else DecideClaim
       · operator may DecideClaim
+P30D  clock        DecideClaim                                      → ClaimDecided
       · claim #1 decided
+P7D   clock        ExecuteDecision                                  → RefundApproved ClaimSettled
       · claim #1 settled
       · refund #1 approved, amount 4.00

A20 · An operator decides what the mediators left
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S     buyer        PayOrder method=card                             → PaymentMade
+PT1H     institution  ConfirmPayment                                   → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D      buyer        OpenClaim ground=deliveryRunningOut amount=4.00  → ClaimOpened
+PT1H     buyer        EscalateClaim                                    → ClaimEscalated
+P30DT1S  clock        EscalateClaim                                    → ClaimOverdue
+P1D      operator     DecideClaim amount=2.00 reasons=other            → ClaimDecided
          · claim #1 decided

A21 · A decision is appealed once, another mediator hears it, and that is carried out at once
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                       → PaymentMade
+PT1H  institution    ConfirmPayment                             → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1     → ParcelShipped OrderShipped
+P7D   buyer          OpenClaim ground=deliveryRunningOut        → ClaimOpened
+PT1H  buyer          EscalateClaim                              → ClaimEscalated
+P2D   mediator       DecideClaim amount=0 reasons=noEvidence    → ClaimDecided
+P7D   buyer          AppealDecision note="Look at the scans"    → DecisionAppealed
       · claim #1 inMediation, appealedBy buyer
       · deadline mediator DecideClaim in P30D, else EscalateClaim
+PT0S  seller         AppealDecision                             → refused ClaimNotDecided
+P1D   mediator       DecideClaim amount=0                       → refused DecidedByYou
       · mediator may not DecideClaim because DecidedByYou
+PT0S  mediator/otto  DecideClaim amount=10.00 reasons=evidence  → ClaimDecided RefundApproved ClaimSettled OrderClosed
       · claim #1 settled
       · order closed because refunded

A21 · The seller is first to appeal, and the second decision can ask for the goods
marketplace aliexpress, taobao
order USD SEED-1 2×5.00
+PT0S  buyer          PayOrder method=card                                            → PaymentMade
+PT1H  institution    ConfirmPayment                                                  → PaymentConfirmed
+PT1H  seller         ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P7D   carrier        RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+PT1H  buyer          OpenClaim ground=defective evidence=photo                       → ClaimOpened
+PT1H  buyer          EscalateClaim                                                   → ClaimEscalated
+P2D   mediator       DecideClaim amount=10.00 remedy=money reasons=evidence          → ClaimDecided
+P1D   seller         AppealDecision                                                  → DecisionAppealed
+P1D   mediator/otto  DecideClaim amount=10.00 remedy=goodsAndMoney reasons=evidence  → ClaimDecided ReturnRequested ReturnAuthorized ClaimAgreed
       · claim #1 awaitingGoods
       · order returnStarted
       · buyer may not AppealDecision

A21 · A decision cannot be appealed after the time for it, nor twice
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                       → PaymentMade
+PT1H    institution  ConfirmPayment                             → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1     → ParcelShipped OrderShipped
+P7D     buyer        OpenClaim ground=notTracked                → ClaimOpened
+PT1H    buyer        EscalateClaim                              → ClaimEscalated
+P2D     mediator     DecideClaim amount=3.00 reasons=agreement  → ClaimDecided
+P7DT1S  clock        ExecuteDecision                            → RefundApproved SellerSanctioned ClaimSettled
+PT0S    buyer        AppealDecision                             → refused ClaimAlreadyEnded

A22 · The buyer withdraws a dispute and may open it once more
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+PT0S  buyer        WithdrawClaim                           → refused NoOpenClaim
+P7D   buyer        OpenClaim ground=deliveryRunningOut     → ClaimOpened
       · buyer may WithdrawClaim, loses nothing
+P1D   buyer        WithdrawClaim                           → ClaimWithdrawn
       · order inTransit
+P1D   buyer        OpenClaim ground=deliveryRunningOut     → ClaimOpened
       · buyer may WithdrawClaim on claim #2, loses lastClaim
+P1D   buyer        WithdrawClaim                           → ClaimWithdrawn
+P1D   buyer        OpenClaim ground=deliveryRunningOut     → refused NoClaimsLeft
       · buyer may not OpenClaim because NoClaimsLeft

A22 · A dispute can be withdrawn until it is decided
marketplace aliexpress, amazon, taobao
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                     → PaymentMade
+PT1H  institution  ConfirmPayment                           → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1   → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut      → ClaimOpened
+PT1H  buyer        EscalateClaim                            → ClaimEscalated
       · buyer may WithdrawClaim
+PT1H  mediator     DecideClaim amount=0 reasons=noEvidence  → ClaimDecided
+PT1H  buyer        WithdrawClaim                            → refused ClaimDecided

A22 · The dispute before shipment counts among the two
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                        → PaymentMade
+PT1H  institution  ConfirmPayment                                              → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=supplierOther sellerAtFault=yes  → ClaimOpened
+PT1H  buyer        WithdrawClaim                                               → ClaimWithdrawn
+PT1H  buyer        RequestCancellation reason=supplierOther sellerAtFault=yes  → ClaimOpened
+PT1H  buyer        WithdrawClaim                                               → ClaimWithdrawn
+PT1H  buyer        RequestCancellation reason=supplierOther sellerAtFault=yes  → refused NoClaimsLeft
+PT0S  buyer        RequestCancellation reason=supplierOther                    → CancellationRequested

A22 · Protection runs on while a claim is open, but releases nothing
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                    → PaymentMade
+PT1H  institution  ConfirmPayment                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1  → ParcelShipped OrderShipped
+P59D  buyer        OpenClaim ground=deliveryRunningOut     → ClaimOpened
+P2D   seller       RefuseClaim                             → ClaimRefused
+P1D   buyer        silent
       · order inTransit
       · money escrow 10.00
+P1D   buyer        WithdrawClaim                           → ClaimWithdrawn
+PT1S  clock        ReleaseEscrow                           → EscrowReleased OrderCompleted

A9, A18 · What nobody has sent yet cannot be asked back
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                         → PaymentMade
+PT1H  institution  ConfirmPayment                                               → PaymentConfirmed
+PT0S  buyer        RequestCancellation reason=notAsDescribed sellerAtFault=yes  → ClaimOpened
+P1D   buyer        ReviseClaim remedy=goodsAndMoney                             → refused RemedyNotPossible
       · claim awaitingSeller, remedy money

A9, A11 · Refusing the request by sending the goods answers the dispute too
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT1H  institution  ConfirmPayment                                                    → PaymentConfirmed
+PT0S  buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=no   → CancellationRequested
+P1D   buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=yes  → ClaimOpened
+P1D   seller       RefuseCancellation carrier=sandbox number=SENT-1                  → CancellationRefused ParcelShipped OrderShipped ClaimRefused
       · order inTransit
       · cancellation refused
       · claim awaitingBuyer

A9, A11 · Refusing the dispute by sending the goods answers the request too
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT1H  institution  ConfirmPayment                                                    → PaymentConfirmed
+PT0S  buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=no   → CancellationRequested
+P1D   buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=yes  → ClaimOpened
+P1D   seller       RefuseClaim carrier=sandbox number=SENT-1                         → ClaimRefused ParcelShipped CancellationRefused OrderShipped
       · order inTransit
       · cancellation refused
       · claim awaitingBuyer

A17 · What can be offered: nothing that this stage or this country does not know, and no more than there is
marketplace aliexpress
order USD SEED-1 2×50.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card                                                → PaymentMade
+PT1H  institution  ConfirmPayment                                                      → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                              → ParcelShipped OrderShipped
+P10D  carrier      RecordScan number=OUT-1 status=delivered country=US                 → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=defective amount=20.00 evidence=photo              → ClaimOpened
+PT1H  seller       MakeOffer remedy=repair amount=1.00                                 → refused RemedyNotPossible
+PT1H  seller       MakeOffer remedy=money amount=200.00                                → refused AmountTooHigh
+PT1H  seller       MakeOffer remedy=goodsAndMoney amount=100.00 note="Send them back"  → OfferMade
       · claim #1 awaitingBuyer, amount 20.00
+PT1H  buyer        MakeOffer remedy=money amount=50.00 note=Half                       → OfferMade
       · claim #1 awaitingSeller, amount 50.00, remedy money
+PT1H  seller       AcceptOffer                                                         → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
       · refund #1 approved, amount 50.00

A16 · Before anything was sent goods cannot be asked back, nor offered
marketplace aliexpress
order USD SEED-1 2×50.00 · buyer ann in US
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT2H  institution  ConfirmPayment                                                    → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=yes  → ClaimOpened
+PT1H  seller       MakeOffer remedy=goodsAndMoney amount=10.00                       → refused RemedyNotPossible
+PT1H  seller       RefuseClaim carrier=sandbox                                       → ClaimRefused
       · order awaitingShipment

A16 · Who has shipped already cannot ship once more by refusing
marketplace aliexpress
order USD SEED-1 2×50.00
+PT0S  buyer        PayOrder method=card                      → PaymentMade
+PT1H  institution  ConfirmPayment                            → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1    → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut       → ClaimOpened
+PT1H  seller       RefuseClaim carrier=sandbox number=OUT-2  → refused AlreadyShipped
+PT1H  seller       RefuseClaim note="It is on its way"       → ClaimRefused

A16 · A number without a carrier is no shipment
marketplace aliexpress
order USD SEED-1 2×50.00
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT2H  institution  ConfirmPayment                                                    → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=yes  → ClaimOpened
+PT1H  seller       RefuseClaim number=OUT-1 note="It is coming"                      → ClaimRefused
       · order awaitingShipment

A16 · Before anything was sent money can be offered
marketplace aliexpress
order USD SEED-1 2×50.00
+PT0S  buyer        PayOrder method=card                                              → PaymentMade
+PT1H  institution  ConfirmPayment                                                    → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=supplierUnreachable sellerAtFault=yes  → ClaimOpened
+PT1H  seller       MakeOffer remedy=money amount=10.00                               → OfferMade
+PT1H  buyer        AcceptOffer                                                       → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled

A19 · Of an offer's amount no more is agreed on than is left
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                             → PaymentMade
+PT1H  institution  ConfirmPayment                                   → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1           → ParcelShipped OrderShipped
+P7D   buyer        OpenClaim ground=deliveryRunningOut amount=8.00  → ClaimOpened
+PT0S  buyer        MakeOffer remedy=money amount=6.00               → OfferMade
+PT0S  buyer        ReviseClaim remedy=goodsAndMoney amount=6.00     → ClaimRevised
+PT0S  seller       AcceptOffer                                      → refused NoOfferToAccept
+PT0S  buyer        MakeOffer remedy=money amount=6.00               → OfferMade
+PT0S  institution  OpenChargeback amount=7.00                       → ChargebackOpened
+PT0S  institution  CloseChargeback outcome=lost                     → ChargebackLost
+PT0S  seller       AcceptOffer                                      → refused AmountTooHigh

A16 · Before shipment a claim is settled for money, and money can be offered
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                         → PaymentMade
+P1D   institution  ConfirmPayment                                               → PaymentConfirmed
+PT1H  buyer        RequestCancellation reason=notAsDescribed sellerAtFault=yes  → ClaimOpened
+PT1H  seller       MakeOffer remedy=goodsAndMoney amount=4.00                   → refused RemedyNotPossible
+PT0S  seller       MakeOffer remedy=money amount=4.00                           → OfferMade

A20 · A decision that gives nothing asks for no goods either
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                               → ParcelShipped OrderShipped
+P7D     carrier      RecordScan number=OUT-1 status=delivered country=DE                  → ParcelScanned OrderDelivered
+PT1H    buyer        OpenClaim ground=notAsDescribed remedy=goodsAndMoney evidence=photo  → ClaimOpened
+PT1H    buyer        EscalateClaim                                                        → ClaimEscalated
+P1D     mediator     DecideClaim amount=0.00 remedy=goodsAndMoney                         → ClaimDecided
+P7DT1S  clock        ExecuteDecision                                                      → ClaimSettled
         · claim #1 settled
         · no return
         · no refund
