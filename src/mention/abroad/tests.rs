//! Wordings of each language and what they mean; and what must not be read as it would be elsewhere.

use super::*;

/// The first sum, quantity or number: unit or thing, value, upper end.
fn read(lang: &str, wording: &str) -> Option<String> {
    let tongue = Tongue::of(Some(lang)).unwrap();
    let text = Text::new(wording, &tongue.vocabulary);
    let found = scan(&text, tongue);
    let first = found.iter().find(|m| m.kind().is_some()).or(found.first())?;
    let what = match first.what {
        What::Money(unit, _) => format!("{unit} "),
        What::Counted(_, _, Head::Thing(category)) => format!("{category} "),
        What::Counted(..) | What::Bare => String::new(),
    };
    let high = first.high.map(|high| format!("..{}", high.normalize())).unwrap_or_default();
    Some(format!("{what}{}{high}", first.value.normalize()))
}

fn reads(lang: &str, table: &[(&str, &str)]) {
    for (wording, wanted) in table {
        assert_eq!(read(lang, wording).as_deref(), Some(*wanted), "{lang}: {wording}");
    }
}

#[test]
fn german() {
    reads(
        "de",
        &[
            ("1.234,56 Mio. Euro", "EUR 1234560000"),
            ("1.234,56 Euro", "EUR 1234.56"),
            ("1.234 Euro", "EUR 1234"),
            ("1.5 Mrd. Franken", "CHF 1500000000"),
            ("1’200 Franken", "CHF 1200"),
            ("2 Billionen Dollar", "USD 2000000000000"),
            ("eine Milliarde Euro", "EUR 1000000000"),
            ("eine halbe Milliarde Euro", "EUR 500000000"),
            ("anderthalb Milliarden Euro", "EUR 1500000000"),
            ("zweieinhalb Millionen Euro", "EUR 2500000"),
            ("zweihundertfünfzig Millionen US-Dollar", "USD 250000000"),
            ("fünfundzwanzigtausend Euro", "EUR 25000"),
            ("2 bis 3 Milliarden Euro", "EUR 2000000000..3000000000"),
            ("zwischen 2 und 3 Milliarden Euro", "EUR 2000000000..3000000000"),
            ("ein 100-Millionen-Euro-Paket", "EUR 100000000"),
            ("500 Mio. EUR", "EUR 500000000"),
            ("EUR 500 Mio.", "EUR 500000000"),
            ("5,3 Milliarden schwedische Kronen", "SEK 5300000000"),
            ("30.000 Drohnen", "drone 30000"),
            ("14 Kampfpanzer vom Typ Leopard 2", "armor 14"),
            ("500 neue Aufklärungsdrohnen", "drone 500"),
            ("am 13. Januar", "13"),
        ],
    );
}

#[test]
fn french() {
    reads(
        "fr",
        &[
            ("1,4 milliard d'euros", "EUR 1400000000"),
            ("1,4 milliard d’euros", "EUR 1400000000"),
            ("deux milliards et demi de dollars", "USD 2500000000"),
            ("un demi-milliard d'euros", "EUR 500000000"),
            ("quatre-vingt-dix millions d'euros", "EUR 90000000"),
            ("soixante-quinze millions de francs suisses", "CHF 75000000"),
            ("deux cent cinquante millions d'euros", "EUR 250000000"),
            ("30 000 drones", "drone 30000"),
            ("1 000 000 d'euros", "EUR 1000000"),
            ("5 M€", "EUR 5000000"),
            ("5 Md€", "EUR 5000000000"),
            ("entre 2 et 3 milliards d'euros", "EUR 2000000000..3000000000"),
            ("12 canons Caesar", "artillery 12"),
            ("mille obus", "ammunition 1000"),
            ("3 billions de dollars", "USD 3000000000000"),
        ],
    );
}

#[test]
fn spanish_and_portuguese() {
    reads(
        "es",
        &[
            ("2.500 millones de euros", "EUR 2500000000"),
            ("dos mil millones de dólares", "USD 2000000000"),
            ("mil millones de euros", "EUR 1000000000"),
            ("dos mil quinientos millones de euros", "EUR 2500000000"),
            ("un millón y medio de euros", "EUR 1500000"),
            ("medio millón de proyectiles", "ammunition 500000"),
            ("un billón de euros", "EUR 1000000000000"),
            ("treinta y cinco tanques", "armor 35"),
            ("entre 20 y 30 millones de euros", "EUR 20000000..30000000"),
            ("10 carros de combate", "armor 10"),
            ("155 mm", "155"),
        ],
    );
    reads(
        "pt",
        &[
            ("2,5 bilhões de reais", "BRL 2500000000"),
            ("R$ 2,5 bilhões", "BRL 2500000000"),
            ("2 mil milhões de euros", "EUR 2000000000"),
            ("US$ 300 milhões", "USD 300000000"),
            ("um milhão e meio de dólares", "USD 1500000"),
            ("vinte e cinco drones", "drone 25"),
        ],
    );
}

#[test]
fn italian_and_romanian() {
    reads(
        "it",
        &[
            ("1,5 miliardi di euro", "EUR 1500000000"),
            ("due miliardi e mezzo di euro", "EUR 2500000000"),
            ("mezzo miliardo di euro", "EUR 500000000"),
            ("trecento milioni d'euro", "EUR 300000000"),
            ("duecentocinquanta droni", "drone 250"),
            ("trentamila droni", "drone 30000"),
            ("2mila miliardi di dollari", "USD 2000000000000"),
            ("500 mln di euro", "EUR 500000000"),
        ],
    );
    reads(
        "ro",
        &[
            ("1,2 miliarde de euro", "EUR 1200000000"),
            ("un milion și jumătate de lei", "RON 1500000"),
            ("jumătate de milion de euro", "EUR 500000"),
            ("două sute de milioane de dolari", "USD 200000000"),
            ("54 de tancuri", "armor 54"),
        ],
    );
}

#[test]
fn polish_and_czech() {
    reads(
        "pl",
        &[
            ("2,5 miliarda złotych", "PLN 2500000000"),
            ("1,5 mld zł", "PLN 1500000000"),
            ("półtora miliarda dolarów", "USD 1500000000"),
            ("pół miliarda euro", "EUR 500000000"),
            ("dwadzieścia pięć czołgów", "armor 25"),
            ("100 tys. dronów", "drone 100000"),
            ("dwa tysiące pięćset pocisków", "missile 2500"),
        ],
    );
    reads(
        "cs",
        &[
            ("1,8 miliardy korun", "CZK 1800000000"),
            ("500 mil. Kč", "CZK 500000000"),
            ("dva a půl miliardy korun", "CZK 2500000000"),
            ("půl milionu granátů", "ammunition 500000"),
            ("800 tisíc dělostřeleckých granátů", "ammunition 800000"),
        ],
    );
}

#[test]
fn ukrainian_and_russian() {
    reads(
        "uk",
        &[
            ("1,2 млрд грн", "UAH 1200000000"),
            ("35 мільярдів доларів", "USD 35000000000"),
            ("півмільйона снарядів", "ammunition 500000"),
            ("півтора мільярда євро", "EUR 1500000000"),
            ("два з половиною мільярди доларів", "USD 2500000000"),
            ("двадцять п’ять танків", "armor 25"),
            ("сто п'ятдесят тисяч дронів", "drone 150000"),
            ("від 2 до 3 млрд доларів", "USD 2000000000..3000000000"),
            ("30 тис. безпілотників", "drone 30000"),
            ("₴500 млн", "UAH 500000000"),
        ],
    );
    reads(
        "ru",
        &[
            ("1,2 млрд рублей", "RUB 1200000000"),
            ("полтора миллиарда долларов", "USD 1500000000"),
            ("сто двадцать миллионов евро", "EUR 120000000"),
            ("500 тыс. снарядов", "ammunition 500000"),
        ],
    );
}

#[test]
fn nordic() {
    reads(
        "sv",
        &[
            ("16 miljarder kronor", "SEK 16000000000"),
            ("500 mkr", "SEK 500000000"),
            ("en och en halv miljard kronor", "SEK 1500000000"),
            ("tjugofem stridsvagnar", "armor 25"),
            ("2,3 mdr kr", "SEK 2300000000"),
        ],
    );
    reads(
        "da",
        &[
            ("1,6 mia. kr.", "DKK 1600000000"),
            ("halvanden milliard kroner", "DKK 1500000000"),
            ("femogtyve kampvogne", "armor 25"),
            ("500 mio. norske kroner", "NOK 500000000"),
        ],
    );
    reads(
        "no",
        &[
            ("7 milliarder kroner", "NOK 7000000000"),
            ("kr 500 mill.", "NOK 500000000"),
            ("85 milliarder norske kroner", "NOK 85000000000"),
        ],
    );
    reads(
        "fi",
        &[
            ("1,3 miljardia euroa", "EUR 1300000000"),
            ("puolitoista miljardia euroa", "EUR 1500000000"),
            ("kaksi miljoonaa dollaria", "USD 2000000"),
            ("30 000 droonia", "drone 30000"),
            ("5 eurooppalaista maata", "5"),
        ],
    );
}

#[test]
fn dutch_and_turkish() {
    reads(
        "nl",
        &[
            ("2,5 miljard euro", "EUR 2500000000"),
            ("€ 1,5 miljard", "EUR 1500000000"),
            ("anderhalf miljard euro", "EUR 1500000000"),
            ("tweeënhalf miljoen euro", "EUR 2500000"),
            ("vijfhonderd miljoen dollar", "USD 500000000"),
            ("tussen de 2 en 3 miljard euro", "EUR 2000000000..3000000000"),
            ("18 F-16's en 14 tanks", "armor 14"),
        ],
    );
    reads(
        "tr",
        &[
            ("2,5 milyar lira", "TRY 2500000000"),
            ("bir buçuk milyar dolar", "USD 1500000000"),
            ("500 milyon avro", "EUR 500000000"),
            ("yirmi beş tank", "armor 25"),
            ("1.250 İHA", "1250"),
        ],
    );
}

/// Signs and codes are read in every language; scale words of an unknown one are not guessed.
#[test]
fn languages_without_a_table() {
    reads(
        "hu",
        &[
            ("1.234,56 EUR", "EUR 1234.56"),
            ("€ 2.500.000", "EUR 2500000"),
            ("5 milliárd forint", "5"),
        ],
    );
    reads("ja", &[("1,234.56 USD", "USD 1234.56"), ("$2,500", "USD 2500")]);
}

#[test]
fn what_is_no_number() {
    for (lang, wording) in [
        ("de", "Milliarden Euro"),
        ("de", "ein Paket"),
        ("de", "13.01.2025"),
        ("fr", "un million"),
        ("es", "una media"),
        ("pl", "pół"),
        ("nl", "een tank"),
        ("tr", "bir tank"),
    ] {
        let read = read(lang, wording);
        let wanted = (wording == "un million").then(|| "1000000".to_owned());
        assert_eq!(read, wanted, "{lang}: {wording}");
    }
}

#[test]
fn bounds_and_rates() {
    for (lang, wording, bound, per) in [
        ("de", "mindestens 30.000 Drohnen", Bound::AtLeast, None),
        ("de", "rund 500 Mio. Euro pro Jahr", Bound::About, Some(Per::Year)),
        ("fr", "plus d'un milliard d'euros", Bound::AtLeast, None),
        ("fr", "jusqu'à 200 millions d'euros par an", Bound::AtMost, Some(Per::Year)),
        ("es", "más de 100 tanques", Bound::AtLeast, None),
        ("pl", "ok. 200 mln zł rocznie", Bound::About, Some(Per::Year)),
        ("uk", "понад 35 мільярдів доларів на рік", Bound::AtLeast, Some(Per::Year)),
    ] {
        let tongue = Tongue::of(Some(lang)).unwrap();
        let text = Text::new(wording, &tongue.vocabulary);
        let found = scan(&text, tongue);
        assert_eq!((found[0].bound, found[0].per), (bound, per), "{lang}: {wording}");
    }
}
