X3 · Nothing happens any more, and the order is delivered
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S            buyer          PayOrder method=card                                    → PaymentMade
                 institution    ConfirmPayment                                          → PaymentConfirmed
                 buyer          RequestCancellation reason=other sellerAtFault=yes      → ClaimOpened
                 buyer          ReviseClaim amount=10.00                                → ClaimRevised
                 seller         ShipOrder carrier=sandbox number=PARCEL-1               → ParcelShipped OrderShipped ClaimRefused
                 seller         MakeOffer remedy=goodsAndMoney amount=20.00             → OfferMade
+P16DT1S         clock          EscalateClaim                                           → ClaimEscalated
                 seller         SendMessage text=words offPlatform=no                   → MessageSent
+P30D            clock          EscalateClaim                                           → ClaimOverdue
                 carrier        RecordScan number=PARCEL-1 status=delivered country=US  → ParcelScanned OrderDelivered
+P15DT1S         seller         ExtendProtection by=P5D                                 → ProtectionExtended
                 operator       SendMessage text=words offPlatform=no                   → MessageSent
                 operator       SendMessage text=words offPlatform=no                   → MessageSent
+P14DT23H59M59S  clock          DecideClaim                                             → ClaimDecided
                 buyer          SendMessage text=words offPlatform=no                   → MessageSent
+P7D             operator/otto  SendMessage text=words offPlatform=no                   → MessageSent
                 · order delivered
                 · money escrow 20.00, released 0.00, refunded 0.00
