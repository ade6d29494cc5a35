// HOW-TO-VERIFY.txt: what a dossier holds, how to check it, what that proves and what not. English, Chinese, Russian, one after the other.
import type { DossierKey } from "./signingKey.ts";

/** The text of the file. */
export const howToVerify = (key: DossierKey): string => `ENGLISH

What is in here
  summary.pdf     what happened, for people
  events.json     every event of the order, exactly as it was hashed
  words.json      what people wrote, with the salt that ties it to its commitment in the events
  messages.json   the messages, readable
  journal.json    every posting of the ledger
  evidence.json   the files of evidence; the files themselves are in evidence/
  policy.json     the rules that hold for this order, in their version
  manifest.json   the size and SHA-256 of every file above, of verify.mjs and of this text
  manifest.sig    the signature (Ed25519) over manifest.json
  verify.mjs      the program that checks all this

How to check it
  1. Install Node 20 or later (nodejs.org). No network is needed after that.
  2. In this folder run:   node verify.mjs        or on the ZIP itself:   node verify.mjs DOSSIER.zip
  3. Compare the key that it shows with the one that the marketplace shows at /v1/dossier-key, or let it compare:
     node verify.mjs --key ${key.id}
     (take that key from the marketplace, not from this text)
  4. With an earlier dossier of the same order:   node verify.mjs --earlier EARLIER.zip
  It ends with exit code 0 where nothing was changed, 1 where something was.

What this proves, and what not
  - A changed byte in any file is found, also where somebody put new hashes into the manifest: they cannot sign it.
  - Somebody could change verify.mjs too, or sign with a key of their own. So take verify.mjs (/v1/dossier-verifier) and the key from the marketplace.
  - The signature says what the marketplace's books said at that time. Whoever holds both the books and the key could write other books.
    An earlier dossier, or a hash noted earlier, shows that: the earlier events must be the first ones of the later history.
  - The chain ties a file of evidence to an event by its id; the bytes of the file are tied by the manifest.

中文

内容
  summary.pdf     供人阅读的经过摘要
  events.json     订单的全部事件，与计算哈希时完全一致
  words.json      当事人所写的文字，及将其与事件中承诺值相联系的盐值
  messages.json   可读的消息
  journal.json    账本的全部分录
  evidence.json   证据文件清单；文件本身在 evidence/ 中
  policy.json     本订单适用的规则及版本
  manifest.json   以上各文件、verify.mjs 及本文的大小和 SHA-256
  manifest.sig    对 manifest.json 的签名（Ed25519）
  verify.mjs      核验程序

如何核验
  1. 安装 Node 20 或以上版本（nodejs.org），此后无需联网。
  2. 在此文件夹中运行：   node verify.mjs        或直接核验 ZIP：   node verify.mjs DOSSIER.zip
  3. 将显示的密钥与平台在 /v1/dossier-key 公布的密钥比对，或由程序比对：
     node verify.mjs --key ${key.id}
     （密钥请取自平台，而非本文）
  4. 如有同一订单的较早卷宗：   node verify.mjs --earlier EARLIER.zip
  无改动时退出码为 0，有改动时为 1。

能证明什么，不能证明什么
  - 任何文件改动一个字节都会被发现；即使有人在清单中写入新的哈希，也无法重新签名。
  - 有人也可能改动 verify.mjs 或用自己的密钥签名，因此请从平台获取 verify.mjs（/v1/dossier-verifier）和密钥。
  - 签名表明平台账册当时的内容。同时掌握账册和密钥者可以另写账册；较早的卷宗或事先记下的哈希可以揭示这一点：
    较早的事件必须是后来历史的开头部分。
  - 链条以编号将证据文件与事件相联系；文件的字节由清单固定。

РУССКИЙ

Что здесь лежит
  summary.pdf     что произошло, для людей
  events.json     все события заказа точно в том виде, в каком вычислялись хеши
  words.json      что писали люди, с солью, которая связывает слова с обязательством в событии
  messages.json   сообщения в читаемом виде
  journal.json    все проводки книги
  evidence.json   перечень доказательств; сами файлы в папке evidence/
  policy.json     правила этого заказа в их версии
  manifest.json   размер и SHA-256 всех файлов выше, verify.mjs и этого текста
  manifest.sig    подпись (Ed25519) под manifest.json
  verify.mjs      программа, которая всё это проверяет

Как проверить
  1. Установите Node 20 или новее (nodejs.org). Дальше сеть не нужна.
  2. В этой папке выполните:   node verify.mjs        или прямо на ZIP:   node verify.mjs DOSSIER.zip
  3. Сравните показанный ключ с тем, что площадка показывает по адресу /v1/dossier-key, или поручите сравнение программе:
     node verify.mjs --key ${key.id}
     (ключ берите у площадки, а не из этого текста)
  4. Если есть более раннее досье того же заказа:   node verify.mjs --earlier EARLIER.zip
  Код выхода 0, если ничего не изменено, 1, если изменено.

Что это доказывает, а что нет
  - Изменённый байт в любом файле будет найден, даже если в опись вписали новые хеши: подписать её они не могут.
  - Могли изменить и сам verify.mjs или подписать своим ключом. Поэтому берите verify.mjs (/v1/dossier-verifier) и ключ у площадки.
  - Подпись говорит, что стояло в книгах площадки в то время. У кого и книги, и ключ, тот мог бы написать другие книги.
    Это видно по более раннему досье или заранее записанному хешу: прежние события должны стоять в начале поздней истории.
  - Цепь связывает файл доказательства с событием по номеру; байты файла закреплены описью.
`;
