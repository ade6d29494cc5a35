A23 · The seller was paid for goods that the buyer does not have, and nobody decided so
marketplace aliexpress
order USD MUG-1 2×20.00 · shipping 5.00 · commission 4.00 · buyer ann in US
+PT0S     buyer        PayOrder method=card                                           → PaymentMade
          institution  ConfirmPayment                                                 → PaymentConfirmed
          buyer        RequestCancellation reason=notShippedOnTime sellerAtFault=yes  → ClaimOpened
          seller       ShipOrder carrier=sandbox number=PARCEL-1 lines=MUG-1×1        → ParcelShipped
          seller       RefuseClaim                                                    → ClaimRefused
          carrier      RecordScan number=PARCEL-1 status=delivered country=US         → ParcelScanned
+P7DT1S   clock        ExpireShipment                                                 → SellerSanctioned LinesCancelled RefundApproved OrderShipped OrderDelivered
          buyer        MakeOffer remedy=money amount=12.50                            → OfferMade
          seller       MakeOffer remedy=money amount=12.50                            → OfferMade
          seller       EscalateClaim                                                  → ClaimEscalated
          mediator     SendMessage text=words offPlatform=no                          → MessageSent
+PT2H     clock        SubmitRefund                                                   → RefundSubmitting
          buyer        AddEvidence evidence=file-2                                    → EvidenceAdded
          mediator     SendMessage text=words offPlatform=no                          → MessageSent
+P5D      clock        InquireRefund                                                  → RefundInquired
+P5D      clock        InquireRefund                                                  → RefundInquired
          buyer        WithdrawClaim                                                  → ClaimWithdrawn
          institution  RecordRefundSettled                                            → RefundSettled
          seller       ExtendProtection by=P5D                                        → ProtectionExtended
          buyer        ConfirmReceipt                                                 → ReceiptConfirmed EscrowReleased OrderCompleted
          buyer        SendMessage text=words offPlatform=no                          → MessageSent
          institution  RecordRefundReversed                                           → RefundReversed OrderReopened ClaimOpened
          seller       SendMessage text=words offPlatform=no                          → MessageSent
          buyer        SendMessage text=words offPlatform=no                          → MessageSent
+P20DT1S  buyer        WithdrawClaim claim=#2                                         → ClaimWithdrawn
          clock        ReleaseEscrow                                                  → EscrowReleased OrderCompleted
          · order completed
          · money escrow 0.00, released 45.00, refunded 0.00
