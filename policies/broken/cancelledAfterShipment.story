A23 · The seller was paid for goods that the buyer does not have, and nobody decided so
marketplace amazon
order USD MUG-1 2×20.00 · shipping 5.00 · commission 4.00
                buyer        PayOrder method=card                                → PaymentMade
                institution  ConfirmPayment                                      → PaymentConfirmed
                buyer        CancelOrder reason=noLongerWanted lines=MUG-1×1     → LinesCancelled RefundApproved
                seller       BeginDispatch                                       → DispatchBegun
                buyer        CancelOrder reason=other                            → CancellationRequested
+PT2H           clock        SubmitRefund                                        → RefundSubmitting
                institution  RecordRefundFailed reason=accountClosed             → RefundFailed
                buyer        WithdrawCancellation                                → CancellationWithdrawn
                operator     SendMessage text=words offPlatform=no               → MessageSent
+P3DT1S         clock        ReissueRefund                                       → RefundApproved RefundReissued
                seller       CancelOrder reason=noLongerWanted                   → RefundApproved OrderClosed
+PT2H           clock        SubmitRefund                                        → RefundSubmitting
                operator     SendMessage text=words offPlatform=no               → MessageSent
                institution  RecordRefundSettled refund=#2                       → RefundSettled
                clock        SubmitRefund                                        → RefundSubmitting
+P5DT1S         clock        InquireRefund                                       → RefundInquired
+P5D            clock        InquireRefund                                       → RefundInquired
+P5D            clock        InquireRefund                                       → RefundInquired
+P5D            clock        InquireRefund                                       → RefundInquired
+P5D            clock        InquireRefund                                       → RefundInquired
                operator     SendMessage text=words offPlatform=no               → MessageSent
                buyer        SendMessage text=words offPlatform=no               → MessageSent
+P5D            clock        InquireRefund                                       → RefundInquired
                buyer        SendMessage text=words offPlatform=no               → MessageSent
+P5D            clock        InquireRefund                                       → RefundInquired
                institution  RecordRefundReversed refund=#2                      → RefundReversed OrderReopened
                seller       SendMessage text=words offPlatform=no               → MessageSent
                seller       SendMessage text=words offPlatform=no               → MessageSent
+P5D            clock        InquireRefund                                       → RefundInquired
+P2DT1S         clock        ExpireShipment                                      → RefundApproved OrderClosed
                operator     StopRefund refund=#4                                → RefundStopped OrderReopened
                buyer        SendMessage text=words offPlatform=no               → MessageSent
                operator     ShipOrder carrier=sandbox number=PARCEL-1           → ParcelShipped OrderShipped
+P2DT23H59M59S  clock        InquireRefund                                       → RefundInquired
                institution  RecordRefundSettled refund=#3                       → RefundSettled
                carrier      RecordScan number=PARCEL-1 status=lost              → ParcelScanned
                carrier      RecordScan number=PARCEL-1 status=returnedToSender  → ParcelScanned
                institution  RecordRefundReversed refund=#3                      → RefundReversed
                buyer        SendMessage text=words offPlatform=no               → MessageSent
                mediator     SendMessage text=words offPlatform=no               → MessageSent
                buyer        SendMessage text=words offPlatform=no               → MessageSent
+P57DT2S        clock        ReleaseEscrow                                       → EscrowReleased OrderCompleted
                · order completed
                · money escrow 0.00, released 45.00, refunded 0.00
