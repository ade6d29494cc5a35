A15 · The order is completed while a claim is open
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S           buyer        PayOrder method=card                                → PaymentMade
                institution  ConfirmPayment                                      → PaymentConfirmed
                buyer        RequestCancellation reason=other sellerAtFault=yes  → ClaimOpened
                buyer        MakeOffer remedy=money amount=10.00                 → OfferMade
                institution  OpenChargeback payment=#1 amount=20.00              → ChargebackOpened
                institution  CloseChargeback outcome=withdrawn                   → ChargebackClosed
+P5DT1S         clock        AcceptClaim                                         → ClaimAgreed RefundApproved ClaimSettled
+PT2H           clock        SubmitRefund                                        → RefundSubmitting
+P1DT22H        clock        ExpireShipment                                      → SellerSanctioned RefundApproved OrderClosed
+PT2H           clock        SubmitRefund                                        → RefundSubmitting
+P3D            clock        InquireRefund                                       → RefundInquired
                institution  RecordRefundFailed reason=accountClosed refund=#1   → RefundFailed
+P2D            clock        InquireRefund                                       → RefundInquired
+P1DT1S         clock        ReissueRefund                                       → RefundApproved RefundReissued
                operator     StopRefund refund=#3                                → RefundStopped OrderReopened
+P3DT23H59M59S  clock        InquireRefund                                       → RefundInquired
+P3DT2S         clock        ExpireShipment                                      → RefundApproved OrderClosed
+PT2H           clock        SubmitRefund                                        → RefundSubmitting
                institution  RecordRefundSubmitted reference=ref-1 refund=#2     → RefundSubmitted
                institution  RecordRefundSettled refund=#4                       → RefundSettled
                institution  RecordRefundReversed refund=#4                      → RefundReversed OrderReopened
                seller       ShipOrder carrier=sandbox number=PARCEL-1           → ParcelShipped OrderShipped
                seller       SendMessage text=words offPlatform=no               → MessageSent
                seller       ExtendProtection by=P5D                             → ProtectionExtended
+P1DT19H59M58S  clock        ReportOverdueRefund                                 → RefundOverdue
                buyer        ConfirmReceipt                                      → ReceiptConfirmed EscrowReleased OrderCompleted
                buyer        SendMessage text=words offPlatform=no               → MessageSent
+P5D            clock        InquireRefund                                       → RefundInquired
                institution  RecordRefundSettled refund=#2                       → RefundSettled
+P164D          institution  RecordRefundReversed refund=#2                      → RefundReversed OrderReopened ClaimOpened
                seller       AddEvidence evidence=file-2 claim=#2                → EvidenceAdded
+P20DT1S        clock        ReleaseEscrow                                       → EscrowReleased OrderCompleted
                · order completed
                · money escrow 0.00, released 20.00, refunded 0.00
