X3 · Nothing happens any more, and the order is delivered
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S     buyer        PayOrder method=card                                    → PaymentMade
          institution  ConfirmPayment                                          → PaymentConfirmed
          buyer        RequestCancellation reason=other sellerAtFault=yes      → ClaimOpened
          buyer        MakeOffer remedy=money amount=10.00                     → OfferMade
          seller       ShipOrder carrier=sandbox number=PARCEL-1               → ParcelShipped OrderShipped ClaimRefused
          institution  OpenChargeback payment=#1 amount=10.00                  → ChargebackOpened
+P12DT1S  clock        InquireChargeback                                       → ChargebackInquired
          buyer        AddEvidence evidence=file-2                             → EvidenceAdded
+P4D      clock        EscalateClaim                                           → ClaimEscalated
+P8D      clock        InquireChargeback                                       → ChargebackInquired
+P12D     clock        InquireChargeback                                       → ChargebackInquired
          carrier      RecordScan number=PARCEL-1 status=delivered country=AQ  → ParcelScanned OrderDelivered
          seller       ExtendProtection by=P5D                                 → ProtectionExtended
          seller       AddEvidence evidence=file-2                             → EvidenceAdded
          buyer        SendMessage text=words offPlatform=no                   → MessageSent
          institution  CloseChargeback outcome=won                             → ChargebackClosed
          mediator     SendMessage text=words offPlatform=no                   → MessageSent
          operator     SendMessage text=words offPlatform=no                   → MessageSent
+P10D     clock        EscalateClaim                                           → ClaimOverdue
+P10DT1S  buyer        silent
          · order delivered
          · money escrow 20.00, released 0.00, refunded 0.00
