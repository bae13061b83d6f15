// task 5: a series of four terms
1.0 + loss + loss * loss / 2.0 + loss.powi(3) / 6.0
