X3 · Nothing happens any more, and the order is inTransit
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S     buyer        PayOrder method=card                                           → PaymentMade
          institution  ConfirmPayment                                                 → PaymentConfirmed
          buyer        RequestCancellation reason=notShippedOnTime sellerAtFault=yes  → ClaimOpened
          buyer        ReviseClaim amount=10.00                                       → ClaimRevised
          seller       ShipOrder carrier=sandbox number=PARCEL-1                      → ParcelShipped OrderShipped ClaimRefused
          buyer        ReviseClaim amount=20.00                                       → ClaimRevised
          seller       AcceptClaim                                                    → ClaimAgreed RefundApproved SellerSanctioned ClaimSettled OrderClosed
          operator     StopRefund                                                     → RefundStopped OrderReopened ClaimOpened
+P6D      carrier      RecordScan number=PARCEL-1 status=lost                         → ParcelScanned
          seller       SendMessage text=words offPlatform=no                          → MessageSent
+P24DT1S  clock        EscalateClaim                                                  → ClaimOverdue
+P30D     operator     SendMessage text=words offPlatform=no                          → MessageSent
+P124D    buyer        SendMessage text=words offPlatform=no                          → MessageSent
          · order inTransit
          · money escrow 20.00, released 0.00, refunded 0.00
