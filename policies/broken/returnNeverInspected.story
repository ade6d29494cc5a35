X3 · A return that is inTransit waits, and nobody has a deadline for it
marketplace amazon
order USD MUG-1 2×20.00 · shipping 5.00 · commission 4.00 · buyer ann in US
+PT0S           buyer        PayOrder method=card                                                   → PaymentMade
                institution  ConfirmPayment                                                         → PaymentConfirmed
                buyer        CancelOrder reason=noLongerWanted lines=MUG-1×1                        → LinesCancelled RefundApproved
                seller       ShipOrder carrier=sandbox number=PARCEL-1                              → ParcelShipped OrderShipped
                carrier      RecordScan number=PARCEL-1 status=delivered country=US                 → ParcelScanned OrderDelivered
                buyer        OpenClaim ground=notTracked remedy=money amount=12.50 evidence=file-1  → ClaimOpened
                seller       MakeOffer remedy=goodsAndMoney amount=25.00                            → OfferMade
                seller       AcceptClaim                                                            → ClaimAgreed RefundApproved ClaimSettled
+PT2H           clock        SubmitRefund                                                           → RefundSubmitting
                operator     SendMessage text=words offPlatform=no                                  → MessageSent
                institution  RecordRefundFailed reason=accountClosed refund=#1                      → RefundFailed
                clock        SubmitRefund                                                           → RefundSubmitting
+P3DT1S         clock        ReissueRefund                                                          → RefundApproved RefundReissued
+PT2H           clock        SubmitRefund                                                           → RefundSubmitting
+P1DT22H        clock        InquireRefund                                                          → RefundInquired
                operator     SendMessage text=words offPlatform=no                                  → MessageSent
+P3DT2H         clock        InquireRefund                                                          → RefundInquired
                mediator     SendMessage text=words offPlatform=no                                  → MessageSent
                buyer        RequestReturn lines=MUG-1×1:defective                                  → ReturnRequested
+P1DT22H        clock        InquireRefund                                                          → RefundInquired
                buyer        SendMessage text=words offPlatform=no                                  → MessageSent
+PT2H1S         clock        AuthorizeReturn                                                        → ReturnAuthorized
                carrier      RecordLabel number=LABEL-2                                             → ParcelShipped LabelIssued
                seller       SendMessage text=words offPlatform=no                                  → MessageSent
                mediator     SendMessage text=words offPlatform=no                                  → MessageSent
+P2DT23H59M59S  clock        InquireRefund                                                          → RefundInquired
+P1DT22H        clock        InquireRefund                                                          → RefundInquired
                mediator     SendMessage text=words offPlatform=no                                  → MessageSent
                buyer        SendMessage text=words offPlatform=no                                  → MessageSent
                operator     SendMessage text=words offPlatform=no                                  → MessageSent
+P3DT2H         clock        InquireRefund                                                          → RefundInquired
                institution  RecordRefundSettled refund=#2                                          → RefundSettled
                carrier      RecordScan number=LABEL-2 status=accepted                              → ParcelScanned ReturnPosted
                carrier      RecordScan number=LABEL-2 status=delivered country=CN                  → ParcelScanned
                · order returnStarted
                · money escrow 12.50, released 0.00, refunded 12.50
