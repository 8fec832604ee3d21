import { vendors } from "#exports/crm/index.ts";
import { describeVendor } from "../../contracts/crm-vendor.ts";

for (const vendor of vendors) describeVendor(vendor);
