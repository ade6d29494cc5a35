// The currencies of ISO 4217 that are in use (as of January 2026) and how many decimals each one has.
// Knows no rates and no symbols. Metals, test codes and units of account without a minor unit are no currencies here.

/** Decimals of the minor unit of an ISO 4217 code (EUR 2, JPY 0, KWD 3); null where `code` is no currency one can trade in. */
export function minorUnits(code: string): number | null {
  return decimals.get(code) ?? null;
}

/** Whether `code` is an active ISO 4217 currency, in capital letters. */
export function isCurrency(code: string): boolean {
  return decimals.has(code);
}

const codes: Record<number, string> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: `
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
    CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
    KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
    NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const decimals = new Map(
  Object.entries(codes).flatMap(([digits, list]) => list.trim().split(/\s+/).map((code): [string, number] => [code, Number(digits)])),
);
