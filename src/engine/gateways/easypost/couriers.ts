// EasyPost's names of carriers in the spelling under which tracking numbers are known here. One that is not known keeps its own, in small letters.
const couriers: Record<string, string> = {
  USPS: "usps", UPS: "ups", UPSDAP: "ups", UPSMailInnovations: "ups", FedEx: "fedex", FedExDefault: "fedex", DHLExpress: "dhl", DHLParcel: "dhl", CanadaPost: "canadapost",
  OnTrac: "ontrac", LaserShip: "lasership", LaserShipV2: "lasership", Purolator: "purolator", DPD: "dpd", DPDUK: "dpd", Yodel: "yodel", Canpar: "canpar", Speedee: "speedee", AmazonMws: "amazon", AmazonShipping: "amazon",
};

export const courierOf = (name: string): string => (Object.hasOwn(couriers, name) ? couriers[name]! : name.toLowerCase().replaceAll(/[^a-z0-9]/g, ""));
