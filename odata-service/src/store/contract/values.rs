//! What is stored is returned unchanged.

use super::support::{Client, Flaw, Stores, expect, item, items};
use crate::store::{CollectionAddress, EntityAddress};

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    keys(&stores.make().await).await?;
    texts(&stores.make().await).await
}

/// Keys are different if any of their characters is.
async fn keys(client: &Client) -> Result<(), Flaw> {
    let long = "x".repeat(500);
    let keys = [
        "",
        " ",
        "a",
        "A",
        "a ",
        " a",
        "a/b",
        "a%2Fb",
        "'",
        "\"",
        "\\",
        "%",
        "_",
        "*",
        "é",
        "e\u{301}",
        "ß",
        "ss",
        "\u{1f600}",
        "\u{ffff}",
        "0",
        "00",
        "-1",
        "1e3",
        "null",
        "\n",
        "\t",
        &long,
    ];
    for (number, key) in keys.iter().enumerate() {
        client.put(&item(key), &format!("{{\"number\":{number}}}")).await?;
        // The names of properties and keys form a path together.
        let below = EntityAddress::new(CollectionAddress::contained(&item(key), "parts"), *key);
        client.put(&below, &format!("{{\"part\":{number}}}")).await?;
    }
    for (number, key) in keys.iter().enumerate() {
        let below = EntityAddress::new(CollectionAddress::contained(&item(key), "parts"), *key);
        for (address, expected) in
            [(item(key), format!("{{\"number\":{number}}}")), (below, format!("{{\"part\":{number}}}"))]
        {
            let found = client.get(&address).await?.map(|entity| (entity.key, entity.json));
            expect("the entity with a key", found, Some(((*key).to_owned(), expected)))?;
        }
    }
    let mut expected = keys.map(str::to_owned);
    expected.sort_unstable();
    expect("the keys of a collection", client.sorted_keys(&items()).await?, expected)
}

/// Text is returned unchanged, however long it is.
async fn texts(client: &Client) -> Result<(), Flaw> {
    let large = format!("{{\"large\":\"{}\"}}", "ä\\n".repeat(300_000));
    let texts = [
        "{}",
        "{\"b\":1,\"a\":2}",
        "{\"@odata.type\":\"#contract.item\",\"x\":1.0,\"y\":1.10,\"z\":12345678901234567890.123456789}",
        "{\"text\":\"\\u00e9 é \\ud83d\\ude00 \u{1f600} \\\" \\\\ \\/ \\n ' %\"}",
        "{\"nested\":{\"a\":[1,null,{\"b\":[]}]},\"last\":false}",
        &large,
    ];
    for (number, text) in texts.iter().enumerate() {
        let put = client.put(&item(&number.to_string()), text).await?;
        expect("whether a write returns the text", put.json == *text, true)?;
    }
    for (number, text) in texts.iter().enumerate() {
        let found = client.get(&item(&number.to_string())).await?;
        let same = found.is_some_and(|found| found.json == *text && found.type_name == super::support::TYPE);
        expect(&format!("whether the text {text:.80} is returned"), same, true)?;
    }
    for row in client.rows(&items(), Some(2)).await? {
        let same = client.get(&item(&row.key)).await?.as_ref() == Some(&row);
        expect("whether an entity in a list is the one at its address", same, true)?;
    }
    Ok(())
}
