X3 · A return that is received waits, and nobody has a deadline for it
marketplace amazon
order USD MUG-1 1×20.00 · BOWL-1 1×10.00 · buyer ann in US
+PT0S           buyer          PayOrder payments=card:15.00,bankAccount:15.00                               → PaymentMade
                institution    ConfirmPayment payment=#1                                                    → PaymentConfirmed
                institution    ConfirmPayment                                                               → PaymentConfirmed
                seller         ShipOrder carrier=sandbox number=PARCEL-1 lines=MUG-1×1                      → ParcelShipped
                seller         ShipOrder carrier=sandbox number=PARCEL-2                                    → ParcelShipped OrderShipped
                buyer          OpenClaim ground=noLongerWanted remedy=goodsAndMoney evidence=file-1         → ClaimOpened
                seller         RefuseClaim                                                                  → ClaimRefused
+P16DT1S        clock          EscalateClaim                                                                → ClaimEscalated
                seller         AddEvidence evidence=file-2                                                  → EvidenceAdded
                buyer          SendMessage text=words offPlatform=no                                        → MessageSent
                mediator       SendMessage text=words offPlatform=no                                        → MessageSent
                carrier        RecordScan number=PARCEL-2 status=delivered country=AQ                       → ParcelScanned
                mediator       DecideClaim amount=15.00 remedy=money reasons=evidence                       → ClaimDecided
+P7DT1S         clock          ExecuteDecision                                                              → RefundApproved ClaimSettled
+PT2H           clock          SubmitRefund                                                                 → RefundSubmitting
+P5D            clock          InquireRefund                                                                → RefundInquired
                institution    RecordRefundUnknown                                                          → RefundUnknown
                mediator/max   SendMessage text=words offPlatform=no                                        → MessageSent
+P5DT1S         clock          InquireRefund                                                                → RefundInquired
+P5D            clock          InquireRefund                                                                → RefundInquired
                operator/otto  SendMessage text=words offPlatform=no                                        → MessageSent
                mediator       SendMessage text=words offPlatform=no                                        → MessageSent
+P5D            clock          InquireRefund                                                                → RefundInquired
                seller         SendMessage text=words offPlatform=no                                        → MessageSent
+P5D            clock          InquireRefund                                                                → RefundInquired
+P5D            clock          InquireRefund                                                                → RefundInquired
                mediator       SendMessage text=words offPlatform=no                                        → MessageSent
                carrier        RecordScan number=PARCEL-1 status=delivered country=US                       → ParcelScanned OrderDelivered
                buyer          SendMessage text=words offPlatform=no                                        → MessageSent
+P5D            clock          InquireRefund                                                                → RefundInquired
                buyer          RequestReturn lines=MUG-1×1:defective,BOWL-1×1:defective remedy=replacement  → ReturnRequested
+P2DT1S         clock          AuthorizeReturn                                                              → ReturnAuthorized
+P2DT23H59M59S  clock          InquireRefund                                                                → RefundInquired
                seller         ReceiveReturn condition=asSent                                               → ReturnReceived
                · order returnStarted
                · money escrow 15.00, released 0.00, refunded 0.00
