X3 · Nothing happens any more, and the order is delivered
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S     buyer        PayOrder method=card                                                 → PaymentMade
          institution  ConfirmPayment                                                       → PaymentConfirmed
          seller       ShipOrder carrier=sandbox number=PARCEL-1                            → ParcelShipped OrderShipped
          buyer        OpenClaim ground=falseTracking remedy=goodsAndMoney evidence=file-1  → ClaimOpened
          institution  OpenChargeback payment=#1 amount=10.00                               → ChargebackOpened
          carrier      RecordScan number=PARCEL-1 status=delivered country=US               → ParcelScanned OrderDelivered
          seller       MakeOffer remedy=money amount=10.00                                  → OfferMade
          buyer        EscalateClaim                                                        → ClaimEscalated
+P6D      mediator     SendMessage text=words offPlatform=no                                → MessageSent
          institution  CloseChargeback outcome=won                                          → ChargebackClosed
+P24DT1S  clock        EscalateClaim                                                        → ClaimOverdue
          · order delivered
          · money escrow 20.00, released 0.00, refunded 0.00
