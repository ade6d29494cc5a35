Z3, A19 · A guarantee claim is negotiated: refused, offered, countered and agreed
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=notAsDescribed evidence=photo       → ClaimOpened
+P1D   seller       RefuseClaim                                          → ClaimRefused
+P1D   buyer        ReviseClaim amount=8.00                              → ClaimRevised
+P1D   seller       MakeOffer remedy=money amount=2.00                   → OfferMade
+P1D   buyer        MakeOffer remedy=money amount=4.00                   → OfferMade
+P1D   seller       AcceptOffer                                          → ClaimAgreed RefundApproved ClaimSettled
       · refund #1 approved, amount 4.00
       · order delivered

Z3, A19 · A seller who stays silent grants a guarantee claim
marketplace amazon
order USD SEED-1 2×5.00
+PT0S    buyer        PayOrder method=card                                 → PaymentMade
+PT1H    institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H    seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D     carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D     buyer        OpenClaim ground=notReceived                         → ClaimOpened
+P5DT1S  clock        AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
         · order closed because refunded

Z3 · While a return is open there is no claim, and while a claim is open no return
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                 → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+P1D   buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → ReturnRequested
+PT0S  buyer        OpenClaim ground=notReceived                         → refused ReturnOpen
       · buyer may not OpenClaim because ReturnOpen
+PT1H  buyer        CancelReturn                                         → ReturnCancelled ReturnsEnded
+PT1H  buyer        OpenClaim ground=notReceived                         → ClaimOpened
+PT0S  buyer        RequestReturn lines=SEED-1×1:noLongerWanted          → refused ClaimOpen
       · buyer may not RequestReturn because ClaimOpen

Z3, A19 · A claim is settled by taking the goods back
marketplace amazon
order USD SEED-1 2×5.00
+PT0S  buyer        PayOrder method=card                                            → PaymentMade
+PT1H  institution  ConfirmPayment                                                  → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                          → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE             → ParcelScanned OrderDelivered
+P1D   buyer        OpenClaim ground=defective remedy=goodsAndMoney evidence=photo  → ClaimOpened
+P1D   seller       AcceptClaim                                                     → ReturnRequested ReturnAuthorized ClaimAgreed
       · order returnStarted
       · buyer may not CancelReturn because ClaimAlreadyAgreed
+PT0S  buyer        CancelReturn                                                    → refused ClaimAlreadyAgreed
+P1D   buyer        PostReturn carrier=sandbox number=BACK-1                        → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=asSent                                  → ReturnReceived RefundApproved ClaimSettled OrderClosed

A18 · A claim over units names no more of them than are still there, and over the last of them it is over the way out, too
marketplace amazon
order USD SEED-1 3×5.00 · shipping 2.50
+PT0S  buyer        PayOrder method=card                                           → PaymentMade
+PT1H  institution  ConfirmPayment                                                 → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1                         → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE            → ParcelScanned OrderDelivered
+PT1H  buyer        RequestReturn lines=SEED-1×1:noLongerWanted                    → ReturnRequested
+PT1H  seller       AuthorizeReturn                                                → ReturnAuthorized
+PT1H  buyer        PostReturn carrier=sandbox number=BACK-1                       → ParcelShipped ReturnPosted
+P1D   seller       ReceiveReturn condition=asSent                                 → ReturnReceived RefundApproved ReturnsEnded
+PT1H  buyer        OpenClaim ground=notAsDescribed lines=SEED-1×3 evidence=photo  → refused QuantityTooHigh
+PT0S  buyer        OpenClaim ground=notAsDescribed lines=SEED-1×2 evidence=photo  → ClaimOpened
       · claim #1 awaitingSeller, amount 12.50
