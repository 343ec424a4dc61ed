//! The voter's room.
