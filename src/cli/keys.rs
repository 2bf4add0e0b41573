//! One key from a person: without Enter on a terminal, the first letter of a line elsewhere.

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, read};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// The next key; nothing at the end of the input or where the person breaks off.
///
/// # Errors
/// When the terminal cannot be read.
pub fn key() -> std::io::Result<Option<char>> {
    stdout().flush()?;
    if !stdin().is_terminal() {
        return Ok(line()?.map(|line| line.trim().chars().next().unwrap_or(' ')));
    }
    enable_raw_mode()?;
    let pressed = pressed();
    disable_raw_mode()?;
    println!();
    pressed
}

fn pressed() -> std::io::Result<Option<char>> {
    loop {
        let Event::Key(key) = read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c' | 'd') if control => return Ok(None),
            KeyCode::Char(letter) => return Ok(Some(letter)),
            KeyCode::Esc => return Ok(None),
            _ => {}
        }
    }
}

/// A line of text after a question; nothing at the end of the input.
///
/// # Errors
/// When the terminal cannot be read.
pub fn ask(question: &str) -> std::io::Result<Option<String>> {
    print!("{question} ");
    stdout().flush()?;
    Ok(line()?.map(|line| line.trim().to_owned()))
}

fn line() -> std::io::Result<Option<String>> {
    let mut line = String::new();
    let read = stdin().lock().read_line(&mut line)?;
    Ok((read > 0).then_some(line))
}
