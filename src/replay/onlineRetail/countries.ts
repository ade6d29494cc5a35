// The country names of the Online Retail data as ISO 3166 alpha-2. Names no other country.

/** "JE" stands for the Channel Islands (Jersey and Guernsey have a code each), "EU" for European Community, "ZZ" for unspecified and unknown. */
export function countryCode(name: string): string {
  return codes.get(name) ?? "ZZ";
}

const codes = new Map([
  ["Australia", "AU"], ["Austria", "AT"], ["Bahrain", "BH"], ["Belgium", "BE"], ["Brazil", "BR"], ["Canada", "CA"], ["Channel Islands", "JE"],
  ["Cyprus", "CY"], ["Czech Republic", "CZ"], ["Denmark", "DK"], ["EIRE", "IE"], ["European Community", "EU"], ["Finland", "FI"],
  ["France", "FR"], ["Germany", "DE"], ["Greece", "GR"], ["Hong Kong", "HK"], ["Iceland", "IS"], ["Israel", "IL"], ["Italy", "IT"],
  ["Japan", "JP"], ["Lebanon", "LB"], ["Lithuania", "LT"], ["Malta", "MT"], ["Netherlands", "NL"], ["Norway", "NO"], ["Poland", "PL"],
  ["Portugal", "PT"], ["RSA", "ZA"], ["Saudi Arabia", "SA"], ["Singapore", "SG"], ["Spain", "ES"], ["Sweden", "SE"],
  ["Switzerland", "CH"], ["USA", "US"], ["United Arab Emirates", "AE"], ["United Kingdom", "GB"], ["Unspecified", "ZZ"],
]);
