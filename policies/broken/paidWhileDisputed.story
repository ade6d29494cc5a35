A15 · The order is completed while a claim is open
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S            buyer        PayOrder method=card                                           → PaymentMade
                 institution  ConfirmPayment                                                 → PaymentConfirmed
                 buyer        RequestCancellation reason=notShippedOnTime sellerAtFault=yes  → ClaimOpened
                 buyer        ReviseClaim amount=10.00                                       → ClaimRevised
                 seller       AcceptClaim                                                    → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled
                 buyer        RequestCancellation reason=noLongerWanted sellerAtFault=no     → CancellationRequested
+PT2H            clock        SubmitRefund                                                   → RefundSubmitting
+P5DT1S          clock        InquireRefund                                                  → RefundInquired
                 seller       SendMessage text=words offPlatform=no                          → MessageSent
                 institution  RecordRefundFailed reason=accountClosed                        → RefundFailed
+P1DT22H         clock        ExpireShipment                                                 → CancellationAccepted RefundApproved OrderClosed
+PT2H            clock        SubmitRefund                                                   → RefundSubmitting
                 institution  RecordRefundSettled refund=#2                                  → RefundSettled
+P1DT1S          clock        ReissueRefund                                                  → RefundApproved RefundReissued
                 institution  OpenChargeback payment=#1 amount=10.00                         → ChargebackOpened
                 operator     StopRefund refund=#3                                           → RefundStopped OrderReopened
                 operator     SendMessage text=words offPlatform=no                          → MessageSent
                 operator     ShipOrder carrier=sandbox number=PARCEL-1                      → ParcelShipped OrderShipped
                 operator     SendMessage text=words offPlatform=no                          → MessageSent
+P6D             seller       SendMessage text=words offPlatform=no                          → MessageSent
                 mediator     SendMessage text=words offPlatform=no                          → MessageSent
+P1DT1S          clock        InquireChargeback                                              → ChargebackInquired
+P7D             clock        InquireChargeback                                              → ChargebackInquired
                 institution  RecordRefundReversed refund=#2                                 → RefundReversed ClaimOpened
                 institution  CloseChargeback outcome=won                                    → ChargebackClosed
+P30DT1S         clock        EscalateClaim                                                  → ClaimOverdue
+P15DT23H59M59S  clock        ReleaseEscrow                                                  → EscrowReleased OrderCompleted
                 · order completed
                 · money escrow 0.00, released 20.00, refunded 0.00
