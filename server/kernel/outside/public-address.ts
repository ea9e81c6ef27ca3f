import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { metadataAddresses, specialIpv4, specialIpv6 } from './special-addresses.data.ts';

const special = new BlockList();
for (const [network, prefix] of specialIpv4) {
  special.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of specialIpv6) {
  special.addSubnet(network, prefix, 'ipv6');
}

const globalIpv6 = new BlockList();
globalIpv6.addSubnet('2000::', 3, 'ipv6');

/** True for an address on the open internet; false for our own machine, our own network and everything reserved. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) {
    return !special.check(address, 'ipv4');
  }
  return (
    isIPv6(address) &&
    !address.includes('%') &&
    globalIpv6.check(address, 'ipv6') &&
    !special.check(address, 'ipv6')
  );
}

const metadata = new BlockList();
for (const [network, prefix, family] of metadataAddresses) {
  metadata.addSubnet(network, prefix, family);
}

/** True for addresses where machines ask for their own credentials, however written; true also for what is no address. */
export function isMetadataAddress(address: string): boolean {
  if (isIPv4(address)) {
    return metadata.check(address, 'ipv4');
  }
  return !isIPv6(address) || address.includes('%') || metadata.check(address, 'ipv6');
}
