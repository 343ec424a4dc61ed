//! The machine's battery, as Linux tells it.
//!
//! Invariant: what cannot be read is not there; a made-up number never reaches the screen.

use crate::tui::facts::Battery;
use std::fs;
use std::path::{Path, PathBuf};

/// Where Linux tells it.
pub(super) const POWER: &str = "/sys/class/power_supply";

/// The battery; of several, their mean.
pub(super) fn battery(folder: &Path) -> Option<Battery> {
    let supplies: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    let (batteries, feeds): (Vec<_>, Vec<_>) = supplies
        .iter()
        .filter(|s| !is_of_a_device(s))
        .partition(|s| tells(s, "type").as_deref() == Some("Battery"));
    let percents: Vec<u32> = batteries
        .iter()
        .filter_map(|b| tells(b, "capacity")?.parse().ok())
        .collect();
    let n = u32::try_from(percents.len()).ok().filter(|n| *n > 0)?;
    let mean = percents.iter().map(|p| (*p).min(100)).sum::<u32>() / n;
    let online: Vec<bool> = feeds
        .iter()
        .filter_map(|f| Some(tells(f, "online")? != "0"))
        .collect();
    let plugged = if online.is_empty() {
        // No socket tells: then whether it gives or takes.
        let gives = |b: &&&PathBuf| tells(b, "status").as_deref() == Some("Discharging");
        !batteries.iter().any(|b| gives(&b))
    } else {
        online.contains(&true)
    };
    Some(Battery {
        percent: u8::try_from(mean).ok()?,
        plugged,
    })
}

/// A mouse or a keyboard has a battery too.
fn is_of_a_device(supply: &Path) -> bool {
    tells(supply, "scope").as_deref() == Some("Device")
}

fn tells(supply: &Path, what: &str) -> Option<String> {
    let text = fs::read_to_string(supply.join(what)).ok()?;
    Some(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder as Linux shows it: supplies with their files.
    fn power(supplies: &[(&str, &[(&str, &str)])]) -> Option<Battery> {
        let dir = tempfile::tempdir().unwrap();
        for (name, files) in supplies {
            let supply = dir.path().join(name);
            fs::create_dir(&supply).unwrap();
            for (file, text) in *files {
                fs::write(supply.join(file), format!("{text}\n")).unwrap();
            }
        }
        battery(dir.path())
    }

    const AC: (&str, &[(&str, &str)]) = ("AC", &[("type", "Mains"), ("online", "1")]);
    const AC_OUT: (&str, &[(&str, &str)]) = ("AC", &[("type", "Mains"), ("online", "0")]);

    #[test]
    fn a_laptop_tells_its_battery() {
        let bat = |capacity, status| -> Vec<(&str, &str)> {
            vec![
                ("type", "Battery"),
                ("capacity", capacity),
                ("status", status),
            ]
        };
        let read = |files: &[(&str, &str)], ac| power(&[("BAT0", files), ac]).unwrap();
        let plugged = read(&bat("80", "Charging"), AC);
        assert_eq!((plugged.percent, plugged.plugged), (80, true));
        assert!(!plugged.is_low());
        let low = read(&bat("15", "Discharging"), AC_OUT);
        assert_eq!((low.percent, low.plugged), (15, false));
        assert!(low.is_low());
        // Plugged in, a low battery is no alarm; and a socket is believed over a status.
        assert!(!read(&bat("15", "Discharging"), AC).is_low());
    }

    #[test]
    fn without_a_socket_the_battery_says_whether_it_gives() {
        for (status, plugged) in [("Discharging", false), ("Full", true), ("Unknown", true)] {
            let files = [("type", "Battery"), ("capacity", "50"), ("status", status)];
            assert_eq!(power(&[("BAT0", &files)]).unwrap().plugged, plugged);
        }
    }

    #[test]
    fn of_two_batteries_the_mean() {
        let one = [("type", "Battery"), ("capacity", "100")];
        let other = [("type", "Battery"), ("capacity", "41")];
        let both = power(&[("BAT0", &one), ("BAT1", &other), AC_OUT]).unwrap();
        assert_eq!(both.percent, 70);
    }

    #[test]
    fn no_battery_is_fine_and_a_mouse_is_none() {
        assert_eq!(battery(Path::new("/nowhere/at/all")), None);
        assert_eq!(power(&[]), None);
        assert_eq!(power(&[AC]), None);
        let mouse = [("type", "Battery"), ("scope", "Device"), ("capacity", "3")];
        assert_eq!(power(&[("hid-mouse", &mouse), AC]), None);
        let strange = [("type", "Battery"), ("capacity", "viele")];
        assert_eq!(power(&[("BAT0", &strange)]), None);
    }
}
