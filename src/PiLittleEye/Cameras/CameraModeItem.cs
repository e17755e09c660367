namespace PiLittleEye.Cameras;

internal sealed record CameraModeItem(int Width, int Height, double FastestFramesPerSecond);
