Z6 · The buyer ends a return whose parcel the carrier has scanned
marketplace amazon
order USD MUG-1 1×20.00 · BOWL-1 1×10.00 · buyer ann in US
+PT0S            buyer        PayOrder payments=card:15.00,bankAccount:15.00                               → PaymentMade
                 institution  ConfirmPayment payment=#1                                                    → PaymentConfirmed
                 institution  ConfirmPayment                                                               → PaymentConfirmed
                 seller       BeginDispatch                                                                → DispatchBegun
                 seller       ShipOrder carrier=sandbox number=PARCEL-1                                    → ParcelShipped OrderShipped
                 carrier      RecordScan number=PARCEL-1 status=delivered country=US                       → ParcelScanned OrderDelivered
                 buyer        RequestReturn lines=MUG-1×1:defective,BOWL-1×1:defective remedy=replacement  → ReturnRequested
+P2DT1S          clock        AuthorizeReturn                                                              → ReturnAuthorized
                 buyer        SendMessage text=words offPlatform=no                                        → MessageSent
                 carrier      RecordLabel number=LABEL-2                                                   → ParcelShipped LabelIssued
                 seller       SendMessage text=words offPlatform=no                                        → MessageSent
+P27DT23H59M59S  carrier      RecordScan number=LABEL-2 status=accepted                                    → ParcelScanned ReturnPosted
+P60DT1S         clock        ExpireReturn                                                                 → ReturnOverdue ClaimOpened
                 buyer        CancelReturn                                                                 → ReturnCancelled ReturnsEnded
                 · order delivered
                 · money escrow 30.00, released 0.00, refunded 0.00
