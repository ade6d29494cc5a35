A15 · The order is completed while a claim is open
marketplace aliexpress
order USD MUG-1 1×20.00 · buyer ann in US
+PT0S     buyer        PayOrder method=card                                         → PaymentMade
          institution  ConfirmPayment                                               → PaymentConfirmed
          buyer        RequestCancellation reason=noLongerWanted sellerAtFault=yes  → ClaimOpened
          seller       ShipOrder carrier=sandbox number=PARCEL-1                    → ParcelShipped OrderShipped ClaimRefused
          carrier      RecordScan number=PARCEL-1 status=delivered country=US       → ParcelScanned OrderDelivered
+P15DT1S  clock        ReleaseEscrow                                                → EscrowReleased OrderCompleted
          · order completed
          · money escrow 0.00, released 20.00, refunded 0.00
