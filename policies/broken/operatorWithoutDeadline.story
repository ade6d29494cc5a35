X3 · Nothing happens any more, and the order is delivered
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S     buyer         PayOrder method=card                                           → PaymentMade
          institution   ConfirmPayment                                                 → PaymentConfirmed
          buyer         RequestCancellation reason=notShippedOnTime sellerAtFault=yes  → ClaimOpened
          buyer         ReviseClaim amount=10.00                                       → ClaimRevised
          seller        MakeOffer remedy=money amount=10.00                            → OfferMade
          buyer         EscalateClaim                                                  → ClaimEscalated
          mediator      SendMessage text=words offPlatform=no                          → MessageSent
          operator      SendMessage text=words offPlatform=no                          → MessageSent
          seller        ShipOrder carrier=sandbox number=PARCEL-1                      → ParcelShipped OrderShipped
+P6D      carrier       RecordScan number=PARCEL-1 status=delivered country=AQ         → ParcelScanned OrderDelivered
          seller        SendMessage text=words offPlatform=no                          → MessageSent
+P15DT1S  mediator      DecideClaim amount=0.00 remedy=money reasons=evidence          → ClaimDecided
          mediator/max  SendMessage text=words offPlatform=no                          → MessageSent
          seller        AppealDecision                                                 → DecisionAppealed
+P30DT1S  clock         EscalateClaim                                                  → ClaimOverdue
          · order delivered
          · money escrow 20.00, released 0.00, refunded 0.00
