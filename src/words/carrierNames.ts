// What carriers are called: names of companies, the same in every language. What is no company (`s10`, `sandbox`) is among the codes.

export const carrierNames: Readonly<Record<string, string>> = {
  amazon: "Amazon", canada_post: "Canada Post", canpar: "Canpar", dhl: "DHL", dpd: "DPD", fedex: "FedEx", gofo: "GOFO Express", landmark: "Landmark Global", lasership: "LaserShip",
  old_dominion: "Old Dominion", ontrac: "OnTrac", purolator: "Purolator", speedee: "Spee-Dee Delivery", ups: "UPS", usps: "USPS", yodel: "Yodel", yunexpress: "YunExpress",
};
