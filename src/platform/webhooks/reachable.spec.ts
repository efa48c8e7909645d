import fc from 'fast-check';
import { isReachable, reachOf, urlFault } from './reachable.js';

const internet = reachOf([443]);
const developing = reachOf([443], '127.0.0.0/8,::1');
const intranet = reachOf([443, 8443], '10.20.0.0/16, fd00::/8');

it.each([
  'https://shop.example.com/hooks',
  'https://shop.example.com',
  'https://SHOP.example.com/Hooks?tenant=7&x=%20',
  'https://shop.example.com:443/hooks',
  'https://xn--bcher-kva.example/',
  'https://93.184.216.34/hooks',
  'https://[2606:4700:4700::1111]/hooks',
])('lets webhooks go to %s', (url) => {
  expect(urlFault(url, internet)).toBeUndefined();
});

// Whatever spells an address that is not of the public internet, or hides where it leads.
const refused = [
  'http://shop.example.com/hooks',
  'ftp://shop.example.com/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'javascript:alert(1)',
  'data:text/plain,x',
  '//shop.example.com/',
  'shop.example.com/hooks',
  'https:shop.example.com',
  'https:/shop.example.com',
  'https:///shop.example.com',
  'https:\\\\shop.example.com',
  'https://shop.example.com\\@127.0.0.1/',
  'https://',
  'https://:443/',
  'https://shop.example.com:80/',
  'https://shop.example.com:8443/',
  'https://shop.example.com:22/',
  'https://shop.example.com:0/',
  'https://anna@shop.example.com/',
  'https://anna:secret@shop.example.com/',
  'https://shop.example.com@127.0.0.1/',
  'https://shop.example.com./',
  'https://127.0.0.1./',
  'https://shop.example.com/#fragment',
  'https://shop.example.com/ x',
  'https://shop.exa\tmple.com/',
  'https://shop.example.com/\n',
  'https://shop.example.com/\u0000',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost.localhost/',
  'https://shop.localhost/',
  'https://intranet/',
  'https://127.0.0.1/',
  'https://127.0.0.1:443/',
  'https://127.1/',
  'https://127.0.1/',
  'https://127.255.255.254/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0x7f.1/',
  'https://017700000001/',
  'https://0177.0.0.1/',
  'https://00000177.0.0.1/',
  'https://%31%32%37.0.0.1/',
  'https://①②⑦.⓪.⓪.①/',
  'https://127。0。0。1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://0.1.2.3/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://100.64.0.1/',
  'https://192.0.0.8/',
  'https://192.0.2.1/',
  'https://192.88.99.1/',
  'https://198.18.0.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://224.0.0.1/',
  'https://239.255.255.255/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://256.1.1.1/',
  'https://1.2.3.4.5/',
  'https://[::]/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[::ffff:0:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::127.0.0.1]/',
  'https://[64:ff9b:1::1]/',
  'https://[100::1]/',
  'https://[2001::1]/',
  'https://[2001:db8::1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a00:1::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456:789a::1]/',
  'https://[fe80::1]/',
  'https://[fe80::1%25eth0]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[3fff::1]/',
  'https://[4000::1]/',
  'https://[::1/',
];

it('refuses every form of what must not be called', () => {
  expect(refused.length).toBeGreaterThan(90);
  expect(refused.filter((url) => urlFault(url, internet) === undefined)).toEqual([]);
});

it('lets a developer receive on the own machine where the settings say so, and nobody else', () => {
  for (const url of ['http://127.0.0.1:4000/hooks', 'https://127.0.0.1:8443/', 'http://[::1]:4000/']) {
    expect(urlFault(url, developing)).toBeUndefined();
    expect(urlFault(url, internet)).toBeDefined();
  }
  for (const url of ['http://shop.example.com/', 'http://10.0.0.1/', 'https://10.0.0.1/', 'http://localhost:4000/']) {
    expect(urlFault(url, developing)).toBeDefined();
  }
});

it('lets webhooks go to networks and ports of the settings, by https', () => {
  for (const url of ['https://10.20.3.4/', 'https://10.20.3.4:8443/', 'https://[fd00::7]/']) {
    expect(urlFault(url, intranet)).toBeUndefined();
  }
  for (const url of [
    'https://10.21.0.1/',
    'http://10.20.3.4/',
    'https://10.20.3.4:9000/',
    'https://[::ffff:10.20.0.1]/',
  ]) {
    expect(urlFault(url, intranet)).toBeDefined();
  }
});

it('judges every address as the networks of the internet say', () => {
  expect(['8.8.8.8', '93.184.216.34', '2606:4700::1'].map((one) => isReachable(one, internet))).toEqual([
    true,
    true,
    true,
  ]);
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), (rest) => {
      const behind = (first: string) => isReachable([first, ...rest].join('.'), internet);
      expect([behind('127'), behind('10'), behind('0'), behind('224'), behind('255')]).not.toContain(true);
      const hidden = ['::ffff:127.', '64:ff9b::127.', '::127.'].map((prefix) => `${prefix}${rest.join('.')}`);
      expect(hidden.map((one) => isReachable(one, internet))).toEqual([false, false, false]);
    }),
  );
  expect(['', 'shop.example.com', '127.0.0.1%eth0', '1.2.3'].map((one) => isReachable(one, internet))).not.toContain(
    true,
  );
});
