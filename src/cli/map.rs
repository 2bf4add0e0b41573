//! `pledgebook map`: import maps checked, listed, shown and explained.

use std::io::{Write, stdout};

use anyhow::Context as _;

use super::Context;
use crate::import::{Map, MapError, built_in, built_in_names};

const EXAMPLES: &str = "\
Examples:
  pledgebook map list
  pledgebook map show kiel-release-7 > mine.toml
  pledgebook map check mine.toml
  pledgebook map guide";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Say what is wrong with a map, and where
    Check {
        /// The map's file, or the name of a built-in one
        map: String,
    },
    /// Name the built-in maps
    List,
    /// Print a built-in map
    Show {
        /// Its name
        name: String,
    },
    /// Explain how to write a map
    Guide,
}

impl Args {
    pub fn run(&self, _context: &Context) -> anyhow::Result<()> {
        let mut out = stdout().lock();
        match &self.action {
            Action::Check { map } => {
                let found = Map::find(map).with_context(|| map.clone())?;
                let names: Vec<&str> = found.record.iter().map(|r| r.name.as_str()).collect();
                writeln!(out, "{map} is a sound map; it makes the records {}.", names.join(", "))?;
            }
            Action::List => {
                for name in built_in_names() {
                    let about = Map::find(name).map(|map| map.about)?;
                    writeln!(out, "{name}: {about}")?;
                }
            }
            Action::Show { name } => {
                let missing = || {
                    let no_file = std::io::Error::from(std::io::ErrorKind::NotFound);
                    MapError::NotFound(name.clone(), built_in_names().join(", "), no_file)
                };
                out.write_all(built_in(name).ok_or_else(missing)?.as_bytes())?;
            }
            Action::Guide => out.write_all(include_bytes!("../import/maps/README.md"))?,
        }
        Ok(())
    }
}
