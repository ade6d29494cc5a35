A15 · The order is completed while a claim is open
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S     buyer        PayOrder method=card                                         → PaymentMade
          institution  ConfirmPayment                                               → PaymentConfirmed
          buyer        RequestCancellation reason=noLongerWanted sellerAtFault=no   → CancellationRequested
          seller       RefuseCancellation carrier=sandbox number=PARCEL-1           → CancellationRefused ParcelShipped OrderShipped
          buyer        OpenClaim ground=falseTracking remedy=money evidence=file-1  → ClaimOpened
          seller       MakeOffer remedy=money amount=10.00                          → OfferMade
          institution  OpenChargeback payment=#1 amount=20.00                       → ChargebackOpened
+P12DT1S  clock        InquireChargeback                                            → ChargebackInquired
          buyer        AddEvidence evidence=file-2                                  → EvidenceAdded
+P4D      clock        EscalateClaim                                                → ClaimEscalated
          seller       SendMessage text=words offPlatform=no                        → MessageSent
+P8D      clock        InquireChargeback                                            → ChargebackInquired
          seller       SendMessage text=words offPlatform=no                        → MessageSent
          operator     SendMessage text=words offPlatform=no                        → MessageSent
+P12D     clock        InquireChargeback                                            → ChargebackInquired
          buyer        SendMessage text=words offPlatform=no                        → MessageSent
+P10D     clock        EscalateClaim                                                → ClaimOverdue
+P2D      clock        InquireChargeback                                            → ChargebackInquired
+P12D     clock        ReleaseEscrow                                                → EscrowReleased OrderCompleted
          · order completed
          · money escrow 0.00, released 20.00, refunded 0.00
