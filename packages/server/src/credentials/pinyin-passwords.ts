/** Passwords that Chinese speakers choose most: love, names, greetings and luck in pinyin, with the numbers that go with them. Lower case. */
const stems = [
  'woaini', 'woaiwojia', 'woaimama', 'woaibaba', 'woaizhongguo', 'wozuiai', 'woxiangni', 'wobuzhidao', 'nihao', 'nishishui', 'buzhidao', 'wangjimima',
  'mima', 'mimamima', 'wodemima', 'meimima', 'zhongguo', 'beijing', 'shanghai', 'guangzhou', 'shenzhen', 'baobao', 'baobei', 'laogong', 'laopo', 'xiaobao',
  'qinaide', 'wuyouwulv', 'tiantian', 'kuaile', 'xingfu', 'shengrikuaile', 'gongxifacai', 'facai', 'dajiahao', 'xiexie', 'zhangwei', 'wangwei', 'wangfang', 'liwei',
  'lina', 'zhangmin', 'lijing', 'wangjing', 'liuwei', 'wangxiuying', 'aini', 'ainiyiwannian', 'aishangni', 'yishengyishi', 'yiqieshunli',
];
const tails = ['', '1', '12', '123', '1234', '12345', '123456', '520', '521', '1314', '5201314', '888', '666', '2025', '2026'];

export const pinyinPasswords: readonly string[] = [
  ...stems.flatMap((stem) => tails.flatMap((tail) => [stem + tail, tail + stem])),
  '5201314520', '52013145201314', '1314520131452', '147258369147', '741852963741', '159357159357', '112233445566', '123123123123', '123456123456', '1qaz2wsx3edc',
  'qwertyuiop12', 'zxcvbnm12345', 'qazwsxedcrfv', 'asdfghjkl123', 'woaini1314520', 'woaini5201314', 'a123456789012', '123456789abc',
];
