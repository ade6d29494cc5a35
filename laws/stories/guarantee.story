L5 · A year after the order was completed the lamp fails: it is repaired, and the order is completed again
marketplace aliexpress, taobao
order EUR LAMP-1 1×50.00 · shipping 4.00
+PT0S  buyer        PayOrder method=card                                           → PaymentMade
+PT1H  institution  ConfirmPayment                                                 → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                         → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE            → ParcelScanned OrderDelivered
+PT1H  buyer        ConfirmReceipt                                                 → ReceiptConfirmed EscrowReleased OrderCompleted
+P1Y   buyer        OpenClaim ground=defective remedy=goodsAndMoney evidence=dark  → refused RepairOrReplacementFirst
+PT0S  buyer        OpenClaim ground=notReceived                                   → refused OrderCompleted
+PT0S  buyer        OpenClaim ground=defective evidence=dark                       → OrderReopened ClaimOpened
       · order delivered
       · claim #1 awaitingSeller, remedy repair, amount 54.00
       · seller may AcceptClaim on claim #1, refund 0.00
+P1D   seller       AcceptClaim                                                    → ReturnRequested ReturnAuthorized ClaimAgreed
       · return #1 authorized, remedy repair, sellerPays yes, labelWanted yes
       · claim #1 awaitingGoods
+P2D   buyer        PostReturn carrier=sandbox number=BACK-1                       → ParcelShipped ReturnPosted
+P3D   seller       ReceiveReturn condition=asSent                                 → ReturnReceived
       · deadline seller ShipReplacement in P30D, else ApproveRefund
       · buyer may not WithdrawClaim because ParcelAlreadyScanned
+P10D  seller       ShipReplacement carrier=sandbox number=NEW-1                   → ParcelShipped ReplacementShipped ReturnClosed ClaimSettled ReturnsEnded OrderCompleted
       · claim #1 settled
       · line LAMP-1, returned 0
       · money released 54.00, refunded 0.00

L5 · Goods that are not put right in time become money, from what the seller got
marketplace aliexpress, taobao
order EUR LAMP-1 1×50.00
+PT0S     buyer        PayOrder method=card                                               → PaymentMade
+PT1H     institution  ConfirmPayment                                                     → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1                             → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE                → ParcelScanned OrderDelivered
+PT1H     buyer        ConfirmReceipt                                                     → ReceiptConfirmed EscrowReleased OrderCompleted
+P100D    buyer        OpenClaim ground=notAsDescribed remedy=replacement evidence=photo  → OrderReopened ClaimOpened
+P5DT1S   clock        AcceptClaim                                                        → ReturnRequested ReturnAuthorized ClaimAgreed
+P2D      buyer        PostReturn carrier=sandbox number=BACK-1                           → ParcelShipped ReturnPosted
+P3D      seller       ReceiveReturn condition=asSent                                     → ReturnReceived
+P30DT1S  clock        ApproveRefund                                                      → RefundAuthorized SellerDebited RefundApproved SellerSanctioned ClaimSettled OrderClosed
          · refund #1 approved, amount 50.00
          · account seller/cactus 0.00

L5 · Refused: the buyer may ask for a lower price or the money, or have the mediators decide
marketplace aliexpress, taobao
order EUR LAMP-1 1×50.00
+PT0S   buyer        PayOrder method=card                                    → PaymentMade
+PT1H   institution  ConfirmPayment                                          → PaymentConfirmed
+PT1H   seller       ShipOrder carrier=sandbox number=OUT-1                  → ParcelShipped OrderShipped
+P3D    carrier      RecordScan number=OUT-1 status=delivered country=DE     → ParcelScanned OrderDelivered
+PT1H   buyer        ConfirmReceipt                                          → ReceiptConfirmed EscrowReleased OrderCompleted
+P300D  buyer        OpenClaim ground=defective remedy=repair evidence=dark  → OrderReopened ClaimOpened
+PT1H   buyer        ReviseClaim remedy=lowerPrice amount=20.00              → refused RepairOrReplacementFirst
+PT1H   seller       RefuseClaim                                             → ClaimRefused
+PT1H   buyer        ReviseClaim remedy=lowerPrice amount=20.00              → ClaimRevised
+PT1H   seller       AcceptClaim                                             → ClaimAgreed SellerDebited RefundApproved SellerSanctioned ClaimSettled OrderCompleted
        · refund #1 approved, amount 20.00
        · account seller/cactus 30.00

L5 · It failed again after it was repaired: now the money can be asked for
marketplace aliexpress
order EUR LAMP-1 1×50.00
+PT0S   buyer        PayOrder method=card                                           → PaymentMade
+PT1H   institution  ConfirmPayment                                                 → PaymentConfirmed
+PT1H   seller       ShipOrder carrier=sandbox number=OUT-1                         → ParcelShipped OrderShipped
+P3D    carrier      RecordScan number=OUT-1 status=delivered country=DE            → ParcelScanned OrderDelivered
+PT1H   buyer        ConfirmReceipt                                                 → ReceiptConfirmed EscrowReleased OrderCompleted
+P100D  buyer        OpenClaim ground=defective remedy=replacement evidence=dark    → OrderReopened ClaimOpened
+P1D    seller       AcceptClaim                                                    → ReturnRequested ReturnAuthorized ClaimAgreed
+PT1H   seller       ShipReplacement carrier=sandbox number=NEW-1                   → ParcelShipped ReplacementShipped
        · buyer may not WithdrawClaim because ReplacementOnItsWay
+P2D    buyer        PostReturn carrier=sandbox number=BACK-1                       → ParcelShipped ReturnPosted
+P3D    seller       ReceiveReturn condition=asSent                                 → ReturnReceived ReturnClosed ClaimSettled ReturnsEnded OrderCompleted
+P50D   buyer        OpenClaim ground=defective remedy=goodsAndMoney evidence=dark  → OrderReopened ClaimOpened
+P1D    seller       AcceptClaim                                                    → ReturnRequested ReturnAuthorized ClaimAgreed
+P2D    buyer        PostReturn carrier=sandbox number=BACK-2                       → ParcelShipped ReturnPosted
+P3D    seller       ReceiveReturn condition=asSent                                 → ReturnReceived SellerDebited RefundApproved SellerSanctioned ClaimSettled OrderClosed
        · refund #1 approved, amount 50.00

L5, T1 · A reversal was open when the order was completed: a claim under the guarantee that is withdrawn at once changes nothing
marketplace taobao
order EUR LAMP-1 2×50.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  buyer        WithdrawFromContract lines=LAMP-1×1                  → ContractWithdrawn LinesCancelled RefundApproved
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        ConfirmReceipt                                       → ReceiptConfirmed EscrowReleased OrderCompleted
+PT1H  institution  RecordRefundSubmitted reference=bank-1               → RefundSubmitted
+P1D   institution  RecordRefundSettled                                  → RefundSettled
+PT1H  buyer        RequestReversal ground=misleading                    → ReversalRequested
       · order completed
+PT1H  buyer        OpenClaim ground=defective evidence=dark             → OrderReopened ClaimOpened
       · order delivered
+PT1H  buyer        WithdrawClaim                                        → ClaimWithdrawn OrderCompleted
       · order completed

L5, T1, T4 · The same while the money of a granted reversal is on its way back; when it comes the order is open again
marketplace taobao
order EUR LAMP-1 2×50.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  buyer        WithdrawFromContract lines=LAMP-1×1                  → ContractWithdrawn LinesCancelled RefundApproved
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        ConfirmReceipt                                       → ReceiptConfirmed EscrowReleased OrderCompleted
+PT1H  institution  RecordRefundSubmitted reference=bank-1               → RefundSubmitted
+P1D   institution  RecordRefundSettled                                  → RefundSettled
+PT1H  buyer        RequestReversal ground=givenBack                     → ReversalRequested ReversalGranted
       · order completed
+PT1H  buyer        OpenClaim ground=defective evidence=dark             → OrderReopened ClaimOpened
       · order delivered
+PT1H  buyer        WithdrawClaim                                        → ClaimWithdrawn OrderCompleted
       · order completed
+P1D   institution  RecordRefundReversed                                 → RefundReversed OrderReopened
       · order delivered
       · money escrow 50.00

L5 · Two years from the delivery, to the very instant
marketplace aliexpress, taobao
order EUR LAMP-1 2×50.00
+PT0S  buyer        PayOrder method=card                                     → PaymentMade
+PT1H  institution  ConfirmPayment                                           → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                   → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE      → ParcelScanned OrderDelivered
+PT0S  buyer        ConfirmReceipt                                           → ReceiptConfirmed EscrowReleased OrderCompleted
+P2Y   buyer        OpenClaim ground=defective lines=LAMP-1×1 evidence=dark  → OrderReopened ClaimOpened
+PT0S  buyer        WithdrawClaim                                            → ClaimWithdrawn OrderCompleted
+PT1S  buyer        OpenClaim ground=defective evidence=dark                 → refused NoLongerOpen, closed PT1S ago

L5 · The marketplace's window is over: the law's is not
marketplace amazon
order EUR LAMP-1 1×50.00
+PT0S     buyer        PayOrder method=card                                         → PaymentMade
+PT1H     institution  ConfirmPayment                                               → PaymentConfirmed
+PT1H     seller       ShipOrder carrier=sandbox number=OUT-1                       → ParcelShipped OrderShipped
+P3D      carrier      RecordScan number=OUT-1 status=delivered country=DE          → ParcelScanned OrderDelivered
+P30DT1S  clock        ReleaseEscrow                                                → EscrowReleased OrderCompleted
+P1Y      buyer        OpenClaim ground=defective remedy=replacement evidence=dark  → OrderReopened ClaimOpened
+P1D      seller       AcceptClaim                                                  → ReturnRequested ReturnAuthorized ClaimAgreed
+P2D      buyer        PostReturn carrier=sandbox number=BACK-1                     → ParcelShipped ReturnPosted
+P3D      seller       ReceiveReturn condition=asSent                               → ReturnReceived
+P7DT1S   clock        ApproveRefund                                                → RefundAuthorized SellerDebited RefundApproved ClaimSettled OrderClosed

L5 · In the marketplace's own time its own remedies hold, and the guarantee's beside them
marketplace aliexpress, amazon, taobao
order EUR LAMP-1 1×50.00
+PT0S  buyer        PayOrder method=card                                    → PaymentMade
+PT1H  institution  ConfirmPayment                                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                  → ParcelShipped OrderShipped
+P6D   carrier      RecordScan number=OUT-1 status=delivered country=DE     → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=defective remedy=repair evidence=dark  → ClaimOpened
       · claim #1 awaitingSeller
+PT1H  buyer        ReviseClaim remedy=money                                → ClaimRevised

L5 · Where no such law holds nothing is repaired by it
marketplace aliexpress, amazon, taobao
order USD LAMP-1 1×50.00 · buyer bob in US
+PT0S  buyer        PayOrder method=card                                    → PaymentMade
+PT1H  institution  ConfirmPayment                                          → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                  → ParcelShipped OrderShipped
+P6D   carrier      RecordScan number=OUT-1 status=delivered country=US     → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=defective remedy=repair evidence=dark  → refused RemedyNotPossible
+PT0S  buyer        OpenClaim ground=defective remedy=money evidence=dark   → ClaimOpened
+P1D   buyer        EscalateClaim                                           → ClaimEscalated
+P1D   mediator     DecideClaim amount=10.00 remedy=lowerPrice              → refused RemedyNotPossible

L5 · The mediators have it repaired
marketplace aliexpress, amazon, taobao
order EUR LAMP-1 1×50.00
+PT0S    buyer        PayOrder method=card                                   → PaymentMade
+PT1H    institution  ConfirmPayment                                         → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1                 → ParcelShipped OrderShipped
+P6D     carrier      RecordScan number=OUT-1 status=delivered country=DE    → ParcelScanned OrderDelivered
+P1D     buyer        OpenClaim ground=defective remedy=money evidence=dark  → ClaimOpened
+PT1H    buyer        EscalateClaim                                          → ClaimEscalated
+P1D     mediator     DecideClaim amount=50.00 remedy=repair reasons=law     → ClaimDecided
+P7DT1S  clock        ExecuteDecision                                        → ReturnRequested ReturnAuthorized ClaimAgreed
         · return #1 authorized, remedy repair

L5 · A completed order is open to repair first; what the seller then offers may be answered with money
marketplace aliexpress
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                         → PaymentMade
+PT1H  institution  ConfirmPayment                                               → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                       → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE          → ParcelScanned OrderDelivered
+P1D   buyer        ConfirmReceipt                                               → ReceiptConfirmed EscrowReleased OrderCompleted
+P30D  buyer        OpenClaim ground=defective remedy=lowerPrice evidence=photo  → refused RepairOrReplacementFirst
+PT0S  buyer        OpenClaim ground=noLongerWanted evidence=photo               → refused OrderCompleted
+PT0S  buyer        OpenClaim ground=defective evidence=photo lines=SEED-1×1     → OrderReopened ClaimOpened
       · claim #1 awaitingSeller, remedy repair
+PT1H  seller       MakeOffer remedy=lowerPrice amount=2.00                      → OfferMade
+PT1H  buyer        MakeOffer remedy=money amount=4.00                           → OfferMade
+PT1H  seller       AcceptOffer                                                  → ClaimAgreed SellerDebited RefundApproved SellerSanctioned ClaimSettled OrderCompleted
