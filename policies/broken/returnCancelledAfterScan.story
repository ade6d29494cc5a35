Z6 · The buyer ends a return whose parcel the carrier has scanned
marketplace amazon
order USD MUG-1 1×20.00 · BOWL-1 1×10.00
          buyer        PayOrder payments=card:15.00,bankAccount:15.00          → PaymentMade
          institution  ConfirmPayment payment=#1                               → PaymentConfirmed
          institution  ConfirmPayment                                          → PaymentConfirmed
          buyer        CancelOrder reason=noLongerWanted lines=MUG-1×1         → LinesCancelled RefundApproved RefundApproved
          seller       CancelOrder reason=noLongerWanted                       → RefundApproved OrderClosed
+PT2H     clock        SubmitRefund                                            → RefundSubmitting
          institution  RecordRefundSubmitted reference=ref-1 refund=#1         → RefundSubmitted
          clock        SubmitRefund                                            → RefundSubmitting
          operator     InquireRefund refund=#1                                 → RefundInquired
          clock        SubmitRefund                                            → RefundSubmitting
+P5DT1S   clock        InquireRefund                                           → RefundInquired
          clock        InquireRefund                                           → RefundInquired
          institution  RecordRefundSubmitted reference=ref-1 refund=#3         → RefundSubmitted
          institution  RecordRefundReversed refund=#1                          → RefundReversed OrderReopened
          operator     BeginDispatch                                           → DispatchBegun
          seller       SendMessage text=words offPlatform=no                   → MessageSent
+P3DT22H  clock        ReportOverdueRefund                                     → RefundOverdue
+P1DT2H   clock        InquireRefund                                           → RefundInquired
          seller       CancelOrder reason=noLongerWanted                       → RefundApproved OrderClosed
          seller       StopRefund refund=#4                                    → RefundStopped OrderReopened
+P3DT22H  clock        InquireRefund                                           → RefundInquired
+P1DT2H   clock        InquireRefund                                           → RefundInquired
          institution  RecordRefundSettled refund=#2                           → RefundSettled
          institution  RecordRefundReversed refund=#2                          → RefundReversed
          institution  RecordRefundSettled refund=#3                           → RefundSettled
+P2DT1S   clock        ExpireShipment                                          → RefundApproved RefundApproved OrderClosed
          institution  RecordRefundReversed refund=#3                          → RefundReversed OrderReopened
          buyer        SendMessage text=words offPlatform=no                   → MessageSent
          seller       SendMessage text=words offPlatform=no                   → MessageSent
          seller       ShipOrder carrier=sandbox number=PARCEL-1               → ParcelShipped OrderShipped
          operator     StopRefund refund=#6                                    → RefundStopped ClaimOpened
+PT2H     clock        SubmitRefund                                            → RefundSubmitting
          institution  RecordRefundSubmitted reference=ref-1 refund=#5         → RefundSubmitted
+P6DT22H  clock        ReportOverdueRefund                                     → RefundOverdue
          buyer        SendMessage text=words offPlatform=no                   → MessageSent
          carrier      RecordScan number=PARCEL-1 status=delivered country=DE  → ParcelScanned OrderDelivered
          seller       AddEvidence evidence=file-2                             → EvidenceAdded
+P5D      clock        InquireRefund                                           → RefundInquired
          buyer        SendMessage text=words offPlatform=no                   → MessageSent
          buyer        WithdrawClaim                                           → ClaimWithdrawn
          buyer        RequestReturn lines=BOWL-1×1:defective                  → ReturnRequested
+P2DT1S   clock        AuthorizeReturn                                         → ReturnAuthorized
          carrier      RecordLabel number=LABEL-2                              → ParcelShipped LabelIssued
          carrier      RecordScan number=LABEL-2 status=delivered country=CN   → ParcelScanned ReturnPosted
          institution  RecordRefundReversed refund=#5                          → RefundReversed
          buyer        CancelReturn                                            → ReturnCancelled ReturnsEnded
          · order delivered
          · money escrow 30.00, released 0.00, refunded 0.00
