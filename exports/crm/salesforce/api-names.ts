/** The longest DeveloperName that every kind of component takes, without `__c`. */
const MAX_API_NAME = 40;

/** `offer-contract` → `Offer_contract`: begins with a letter, has no two underscores together. */
const plain = (key: string, suffix: string): string => {
  const name = key.replaceAll("-", "_");
  const begun = /^[a-z]/.test(name) ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : `N${name}`;
  return `${begun.slice(0, MAX_API_NAME - suffix.length).replace(/_+$/, "")}${suffix}`;
};

/** An API name for a key that differs from all of `taken`, without regard to case; it is added to them. */
export const apiName = (key: string, taken: Set<string>, suffix = ""): string => {
  let name = plain(key, suffix);
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = plain(key, `_${number}${suffix}`);
  taken.add(name.toLowerCase());
  return name;
};
